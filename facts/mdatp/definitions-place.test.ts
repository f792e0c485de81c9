import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { definitionsPlace } from './definitions-place.ts';

const mount = '/dev/sda1 on / type ext4 (rw)\n/dev/sdb1 on /var type xfs (rw,noexec)\n';

describe('mdatp.definitions-place', () => {
  it('is what findmnt shows', async () => {
    const found = await factInBundle(definitionsPlace, {
      mount,
      'mde_definitions_mount.txt': '/opt /dev/sdc1 ext4 rw\n',
    });
    expect(found?.mount.value.target).toBe('/opt');
  });

  it('is else the mount that holds the default folder', async () => {
    const found = await factInBundle(definitionsPlace, { mount });
    expect(found?.mount).toEqual({
      value: { source: '/dev/sdb1', target: '/var', type: 'xfs', options: 'rw,noexec' },
      at: { entry: 'mount', line: 2 },
    });
  });
});
