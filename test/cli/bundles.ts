import { gzipOf, tarOf, zipOf, type PackedFile } from '../harness/pack.ts';
import { packSample } from '../harness/pack-sample.ts';

/** Small bundles that the scenarios of the command line are played with. */

/** A client analyzer's zip with a critical finding. */
export const ill = (): Buffer => packSample('ill-rhel-8.10');

/** The same kind with nothing wrong in it. */
export const healthy = (): Buffer => packSample('healthy-ubuntu-22.04');

/** One text that is known by its content, and gives one high and one critical finding. */
export const UNHEALTHY = [
  'healthy                                     : false',
  'health_issues                               : ["missing license"]',
  'licensed                                    : false',
  'app_version                                 : "101.26062.0005"',
  'org_id                                      : "1c3a5e70-9b1d-4f3e-8a61-0d2f4b6c8e90"',
  'real_time_protection_enabled                : true',
  '',
].join('\n');

/** Bytes that no compression makes smaller, the same every time. */
export function noise(bytes: number): Buffer {
  const made = Buffer.alloc(bytes);
  let state = 1;
  for (let at = 0; at < bytes; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    made[at] = state >>> 16;
  }
  return made;
}

/** A sosreport whose first files are known and whose last one is long and says nothing. */
export const longSosreport = (fillerBytes: number): Buffer =>
  tarOf([
    { path: 'sos/sos_commands/kernel/uname_-a', content: 'Linux db-01 5.15.0-1 #1 SMP x86_64 GNU/Linux\n' },
    { path: 'sos/etc/environment', content: 'https_proxy=http://robot:secret@proxy.example:3128\n' },
    { path: 'sos/sos_commands/process/ps_auxwwwm', content: PROCESSES },
    { path: 'sos/core.bin', content: noise(fillerBytes) },
  ]);

const PROCESSES = [
  'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
  'root         1  0.0  0.1 167000 11000 ?        Ss   06:00   0:01 /sbin/init',
  'root       812  1.0  2.0 990000 99000 ?        Sl   06:00   0:09 /opt/microsoft/mdatp/sbin/wdavdaemon',
  '',
].join('\n');

/** The same as tar.gz, cut in its last file. */
export const cutSosreport = (): Buffer => {
  const whole = gzipOf(longSosreport(200_000));
  return whole.subarray(0, whole.length - 100_000);
};

/** A zip of which the named members, all where none is named, need a password, as far as their headers say. */
export function encryptedZip(files: readonly PackedFile[], locked = files.map(({ path }) => path)): Buffer {
  const zip = zipOf(files);
  for (const { mark, flagsAt, nameAt } of ZIP_HEADERS) {
    for (let at = zip.indexOf(mark, 0, 'latin1'); at !== -1; at = zip.indexOf(mark, at + 4, 'latin1')) {
      const isLocked = locked.some(
        (name) => zip.toString('utf8', at + nameAt, at + nameAt + name.length) === name,
      );
      if (isLocked) zip[at + flagsAt] = (zip[at + flagsAt] ?? 0) | 1;
    }
  }
  return zip;
}

const ZIP_HEADERS = [
  { mark: 'PK\u0003\u0004', flagsAt: 6, nameAt: 30 },
  { mark: 'PK\u0001\u0002', flagsAt: 8, nameAt: 46 },
] as const;
