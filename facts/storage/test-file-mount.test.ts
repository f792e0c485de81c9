import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { testFileMount } from './test-file-mount.ts';

describe('storage.test-file-mount', () => {
  it('reads the line below the headings', () => {
    const { value } = parseFact(
      testFileMount,
      'TARGET SOURCE   FSTYPE OPTIONS\n/srv   tank/srv zfs    rw,xattr\n',
    );
    expect([value.target, value.type]).toEqual([
      { value: '/srv', at: { entry: 'file', line: 2 } },
      { value: 'zfs', at: { entry: 'file', line: 2 } },
    ]);
  });

  it('refuses a text without a mount', () => {
    expect(() => parseFact(testFileMount, 'TARGET SOURCE FSTYPE OPTIONS\n')).toThrow('shows no mount');
  });
});
