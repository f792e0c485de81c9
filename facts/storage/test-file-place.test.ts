import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { testFilePlace } from './test-file-place.ts';

const mount = '/dev/sda1 on / type ext4 (rw)\n';

describe('storage.test-file-place', () => {
  it('is where somebody looked', async () => {
    const found = await factInBundle(testFilePlace, { mount, 'findmnt-T.txt': '/srv tank/srv zfs rw\n' });
    expect([found?.mount.value.target, found?.isShown]).toEqual(['/srv', true]);
  });

  it('is else the mount of /tmp', async () => {
    const found = await factInBundle(testFilePlace, { mount });
    expect([found?.mount.value.target, found?.isShown]).toEqual(['/', false]);
  });
});
