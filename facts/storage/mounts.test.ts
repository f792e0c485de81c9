import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { mounts, type Mount } from './mounts.ts';

function read(text: string): readonly Mount[] {
  return parseFact(mounts, text).value.mounts.map(({ value }) => value);
}

const BOOT = { source: '/dev/sda1', target: '/boot', type: 'ext4', options: 'rw,relatime' };

describe('storage.mounts', () => {
  it('reads the output of mount', () => {
    expect(parseFact(mounts, '\n/dev/sda1 on /boot type ext4 (rw,relatime)\n').value.mounts).toEqual([
      { value: BOOT, at: { entry: 'file', line: 2 } },
    ]);
  });

  it('tolerates labels and blanks in names', () => {
    expect(read('//nas/my share on /mnt/my share type cifs (rw) [my label]\n')).toEqual([
      { source: '//nas/my share', target: '/mnt/my share', type: 'cifs', options: 'rw' },
    ]);
  });

  it('reads /proc/mounts and undoes its escapes', () => {
    expect(read('nas:/my\\040share /mnt/my\\040share nfs4 rw 0 0\n')).toEqual([
      { source: 'nas:/my share', target: '/mnt/my share', type: 'nfs4', options: 'rw' },
    ]);
  });

  it('reads mountinfo and joins the options', () => {
    expect(read('47 39 8:1 / /boot rw,relatime shared:30 - ext4 /dev/sda1 rw\n')).toEqual([BOOT]);
  });

  it('reads the tree of findmnt', () => {
    expect(
      read(
        'TARGET SOURCE FSTYPE OPTIONS\n/ /dev/sda2 xfs rw\n├─/boot /dev/sda1 ext4 rw,relatime\n│ └─/data tmpfs tmpfs rw\n',
      ),
    ).toEqual([
      { source: '/dev/sda2', target: '/', type: 'xfs', options: 'rw' },
      BOOT,
      { source: 'tmpfs', target: '/data', type: 'tmpfs', options: 'rw' },
    ]);
  });

  it('notes a line that is no mount and goes on', () => {
    const { value, problems } = parseFact(mounts, 'oops\n/dev/sda1 on /boot type ext4 (rw,relatime)\n');
    expect(value.mounts).toHaveLength(1);
    expect(problems.map(({ code, at }) => [code, at?.line])).toEqual([['malformed-line', 1]]);
  });

  it('refuses a text without mounts', () => {
    expect(() => parseFact(mounts, 'hello\n')).toThrow('lists no mounts');
  });
});
