import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { cloudInstances } from './cloud-instance.ts';

const mark = (when: string, id: string, module: string): string =>
  `${when},442 - util.py[DEBUG]: Writing to /var/lib/cloud/instances/${id}/sem/${module} - wb: [644] 25 bytes\n`;

describe('host.cloud-instances', () => {
  it('takes the earliest mark of each machine', async () => {
    const value = await factInBundle(cloudInstances, {
      'cloud-init.log':
        mark('2026-10-01 05:10:33', 'i-0b', 'config_locale') +
        mark('2026-10-01 05:10:31', 'i-0b', 'config_ssh') +
        mark('2026-02-01 08:00:00', 'i-0a', 'config_ssh') +
        '2026-11-01 00:00:00,1 - util.py[DEBUG]: Reading from /var/lib/cloud/instances/i-0b/obj.pkl (quiet=False)\n',
    });
    expect(value?.instances).toEqual([
      {
        value: { id: 'i-0a', firstBoot: '2026-02-01T08:00:00Z' },
        at: expect.objectContaining({ line: 3 }) as unknown,
      },
      {
        value: { id: 'i-0b', firstBoot: '2026-10-01T05:10:31Z' },
        at: expect.objectContaining({ line: 2 }) as unknown,
      },
    ]);
  });
});
