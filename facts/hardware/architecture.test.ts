import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { architecture } from './architecture.ts';

describe('hardware.architecture', () => {
  it('is what uname names, before lscpu', async () => {
    const found = await factInBundle(architecture, {
      uname: 'Linux db-01 5.14.0 #1 SMP i686 GNU/Linux\n',
      lscpu: 'Architecture: x86_64\nCPU(s): 2\n',
    });
    expect(found?.machine).toEqual({ value: 'i686', at: { entry: 'uname', line: 1 } });
  });

  it('is written as uname writes it', async () => {
    const found = await factInBundle(architecture, { lscpu: 'Architecture: ARM64\nCPU(s): 2\n' });
    expect(found?.machine.value).toBe('aarch64');
  });

  it('is not known where nothing names it', async () => {
    expect(await factInBundle(architecture, { uname: 'Linux db-01 5.14.0 #1 SMP\n' })).toBeUndefined();
  });
});
