import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  kind: z.enum(['folder', 'extension', 'process']),
  value: z.string(),
  /** `listed`: named by the document. `wide`: judged so by experience. `mild`: listed, and of little danger. `open`: any user may write there. */
  risk: z.enum(['listed', 'wide', 'mild', 'open']),
});

export type RiskyExclusion = z.infer<typeof row>;

const BY_EXPERIENCE: readonly RiskyExclusion['risk'][] = ['wide', 'open'];

function rowsOf(
  kind: RiskyExclusion['kind'],
  risk: RiskyExclusion['risk'],
  values: readonly string[],
): readonly RiskyExclusion[] {
  return values.map((value) => ({
    kind,
    value,
    risk,
    source: BY_EXPERIENCE.includes(risk) ? 'experience' : 'mistakes',
  }));
}

/** Exclusions that open a door. */
export const riskyExclusions = defineKnowledge({
  name: 'risky-exclusions',
  describes: 'Folders, extensions and processes that should not be excluded from scanning',
  sources: {
    mistakes: { document: 'common-exclusion-mistakes-microsoft-defender-antivirus', date: '2025-01' },
    experience: { document: 'Judged by experience', date: '2026-11' },
  },
  row,
  rows: [
    ...rowsOf('folder', 'listed', ['/', '/bin', '/sbin', '/usr/lib']),
    ...rowsOf('folder', 'wide', [
      '/usr',
      '/usr/bin',
      '/usr/sbin',
      '/usr/local/bin',
      '/lib',
      '/lib64',
      '/etc',
      '/root',
      '/var',
      '/opt',
      '/boot',
      '/proc',
      '/run',
    ]),
    ...rowsOf('folder', 'open', ['/tmp', '/var/tmp', '/dev/shm', '/run/shm', '/home']),
    ...rowsOf('extension', 'listed', [
      '.7z',
      '.bat',
      '.bin',
      '.cab',
      '.cmd',
      '.com',
      '.cpl',
      '.dll',
      '.exe',
      '.fla',
      '.gz',
      '.hta',
      '.inf',
      '.java',
      '.jar',
      '.job',
      '.js',
      '.ko',
      '.ko.gz',
      '.msi',
      '.ocx',
      '.ps1',
      '.py',
      '.rar',
      '.reg',
      '.scr',
      '.sys',
      '.tar',
      '.tmp',
      '.url',
      '.vbe',
      '.vbs',
      '.wsf',
      '.zip',
    ]),
    ...rowsOf('extension', 'wide', ['.sh', '.so', '.elf', '.pl', '.php', '.rpm', '.deb', '.run']),
    ...rowsOf('extension', 'mild', ['.gif', '.jpg', '.jpeg', '.png']),
    ...rowsOf('process', 'listed', ['bash', 'java', 'python', 'python3', 'sh', 'zsh']),
    ...rowsOf('process', 'wide', [
      'dash',
      'ksh',
      'perl',
      'ruby',
      'node',
      'php',
      'curl',
      'wget',
      'nc',
      'ncat',
      'socat',
      'ssh',
      'sshd',
      'sudo',
      'systemd',
      'docker',
      'dockerd',
      'containerd',
      'runc',
      'tar',
      'openssl',
      'pwsh',
      'busybox',
    ]),
  ],
});
