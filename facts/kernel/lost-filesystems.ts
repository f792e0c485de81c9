import { lineFact, type Line, type Located } from '../../engine/api/index.ts';
import { kernelLogs } from '../log-places.ts';
import { kernelMessage } from './kernel-message.ts';

export interface LostFilesystem {
  /** As the kernel names it: `sda1`, `dm-3`. */
  readonly device: string;
  /** `read-only`: nothing can be written any more; `shut-down`: nothing can be read either. */
  readonly state: 'read-only' | 'shut-down';
}

export interface LostFilesystems {
  /** The first message of each device. */
  readonly filesystems: readonly Located<LostFilesystem>[];
}

/** File systems that the kernel gave up after an error. */
export const lostFilesystems = lineFact<Map<string, Located<LostFilesystem>>, LostFilesystems>({
  name: 'kernel.lost-filesystems',
  describes: 'File systems that the kernel made read-only or shut down after an error',
  collect: { title: 'dmesg', command: 'sudo dmesg -T > dmesg.txt' },
  fields: {
    filesystems: {
      type: 'rows',
      describes: 'The first message of each device',
      row: {
        device: { type: 'string', describes: 'Device' },
        state: { type: 'string', describes: 'What became of it', oneOf: ['read-only', 'shut-down'] },
      },
    },
  },
  view: { kind: 'table', title: 'Lost file systems', rows: 'filesystems' },
  from: kernelLogs,
  needles: [
    'Remounting filesystem read-only',
    'forced readonly',
    'Shutting down filesystem',
    'has been shut down due to',
  ],
  start: () => new Map<string, Located<LostFilesystem>>(),
  line(found, line): void {
    const value = lostFilesystem(line);
    if (value && found.size < KEPT && !found.has(value.device)) {
      found.set(value.device, { value, at: line.at });
    }
  },
  finish: (found) => ({ filesystems: [...found.values()] }),
});

/** A host has fewer disks; what is above comes from a log that was made. */
const KEPT = 100;

// EXT4-fs (dm-3): Remounting filesystem read-only · EXT3-fs (sda2): error: remounting filesystem read-only
const EXT =
  /^(?:EXT[234]-fs|JBD2?)\b[^()]{0,40}\((?<device>[\w!.-]{1,60})\): .{0,20}remounting filesystem read-only/iu;
// BTRFS info (device sdb1: state EA): forced readonly
const BTRFS =
  /^BTRFS:? \w{1,20} \(device (?<device>[\w!.-]{1,60})(?:: state \w{1,10})?\)(?: in .{1,80})?: forced readonly/iu;
// XFS (dm-3): Log I/O Error Detected. Shutting down filesystem · XFS (dm-3): Filesystem has been shut down due to …
const XFS =
  /^XFS \((?<device>[\w!.-]{1,60})\): .{0,80}(?:Shutting down filesystem|has been shut down due to)/iu;
/** Images and memory: losing them loses no data of the host. */
const NO_DISK = /^(?:loop|zram|ram)\d+/u;

function lostFilesystem(line: Line): LostFilesystem | undefined {
  const message = kernelMessage(line.text);
  const readOnly = (EXT.exec(message) ?? BTRFS.exec(message))?.groups?.['device'];
  const shutDown = XFS.exec(message)?.groups?.['device'];
  const device = readOnly ?? shutDown;
  if (device === undefined || NO_DISK.test(device)) return undefined;
  return { device, state: readOnly === undefined ? 'shut-down' : 'read-only' };
}
