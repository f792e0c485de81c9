import type { GeneratedFile } from './generator.ts';
import type { Random } from './random.ts';

/** Path from the bundle's root → content, of what a host says of itself. */
const HOST_FILES: Readonly<Record<string, string>> = {
  'sos_commands/date/date_--utc': 'Fri Nov 20 06:19:20 UTC 2026\n',
  'sos_commands/host/hostname': 'db-01.example\n',
  'sos_commands/kernel/uname_-a':
    'Linux db-01.example 4.18.0-553.22.1.el8_10.x86_64 #1 SMP Wed Sep 11 18:02:00 EDT 2024 x86_64 x86_64 x86_64 GNU/Linux\n',
  'etc/os-release':
    'NAME="Red Hat Enterprise Linux"\nVERSION="8.10 (Ootpa)"\nID="rhel"\nVERSION_ID="8.10"\nPRETTY_NAME="Red Hat Enterprise Linux 8.10 (Ootpa)"\n',
  'installed-rpms':
    'kernel-4.18.0-553.22.1.el8_10.x86_64                        Mon Sep 21 08:00:00 2026\nmdatp-101.26062.0005-1.x86_64                               Tue Sep 22 08:00:00 2026\n',
  'proc/meminfo': 'MemTotal:       32640168 kB\nMemFree:         2141100 kB\nMemAvailable:   20113448 kB\n',
};

/** Words of which configuration files and outputs are made. */
const WORDS = ['timeout', 'retries', 'listen', 'cache', 'path', 'level', 'group', 'limit'] as const;
const FOLDERS = ['etc/app.d', 'etc/sysconfig', 'sos_commands/networking', 'sos_commands/systemd'] as const;
/** Half of a sosreport's small files are a process's: /proc/PID/status and the like. */
const PROCESS_FILES = ['status', 'limits', 'maps', 'mountinfo'] as const;
const FIRST_PID = 1_000;

/** Average bytes of a small file, as sosreports have them. */
const SMALL_BYTES = 3_000;

/** What a host says of itself, and as many more small files as the bytes allow. */
export function* smallFiles(bytes: number, root: string, random: Random): Iterable<GeneratedFile> {
  for (const [path, text] of Object.entries(HOST_FILES)) yield smallFile(`${root}/${path}`, text);
  const count = Math.round(bytes / SMALL_BYTES);
  for (let index = 0; index < count; index++) {
    const name =
      index % 2 === 0
        ? `proc/${FIRST_PID + (index >> 3)}/${PROCESS_FILES[(index >> 1) % PROCESS_FILES.length]}`
        : `${random.pick(FOLDERS)}/${index}.conf`;
    yield smallFile(`${root}/${name}`, settings(random));
  }
}

function settings(random: Random): string {
  const lines = 1 + random.below((2 * SMALL_BYTES) / 30);
  return Array.from(
    { length: lines },
    () => `${random.pick(WORDS)}_${random.below(90)} = ${random.below(1e9)} # ${random.pick(WORDS)}\n`,
  ).join('');
}

function smallFile(path: string, text: string): GeneratedFile {
  const content = Buffer.from(text, 'latin1');
  return { path, content, expandedBytes: content.length, planted: [] };
}
