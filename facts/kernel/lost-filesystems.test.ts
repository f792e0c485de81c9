import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { lostFilesystems, type LostFilesystem } from './lost-filesystems.ts';

async function lostIn(dmesg: string): Promise<readonly (readonly [LostFilesystem, number])[] | undefined> {
  const found = await factInBundle(lostFilesystems, { 'dmesg.txt': dmesg });
  return found?.filesystems.map(({ value, at }) => [value, at.line]);
}

describe('kernel.lost-filesystems', () => {
  it('keeps the first message of each device', async () => {
    const dmesg =
      '[Mon Nov 23 10:00:00 2026] EXT4-fs error (device dm-3): ext4_journal_check_start:61: Detected aborted journal\n' +
      '[Mon Nov 23 10:00:00 2026] EXT4-fs (dm-3): Remounting filesystem read-only\n' +
      '[Mon Nov 23 10:00:01 2026] EXT4-fs (dm-3): Remounting filesystem read-only\n' +
      '[Mon Nov 23 10:01:00 2026] XFS (sdb1): Log I/O Error Detected.  Shutting down filesystem\n' +
      '[Mon Nov 23 10:02:00 2026] BTRFS info (device sdc1: state EA): forced readonly\n';
    expect(await lostIn(dmesg)).toEqual([
      [{ device: 'dm-3', state: 'read-only' }, 2],
      [{ device: 'sdb1', state: 'shut-down' }, 4],
      [{ device: 'sdc1', state: 'read-only' }, 5],
    ]);
  });

  it('passes over what a start, a stop and an image write', async () => {
    const dmesg =
      '[    1.20] VFS: Mounted root (ext4 filesystem) readonly on device 8:1.\n' +
      '[    2.20] Write protecting the kernel read-only data: 20480k\n' +
      '[    3.10] EXT4-fs (sda1): re-mounted 7a1c ro. Quota mode: none.\n' +
      '[    9.10] EXT4-fs (loop7): Remounting filesystem read-only\n';
    expect(await lostIn(dmesg)).toEqual([]);
  });
});
