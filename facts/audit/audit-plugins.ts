import {
  NotCollectedError,
  textsFact,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { auditBlocks } from './audit-info.ts';

export interface AuditPlugin {
  /** Name of the file without its ending; empty where a dump of several files does not name them. */
  readonly name: string;
  readonly active: boolean;
  /** The program that gets the records, as `/sbin/audisp-syslog` or `builtin_af_unix`. */
  readonly path: string;
}

export interface AuditPlugins {
  /** Located where a plugin says whether it is active. */
  readonly plugins: readonly Located<AuditPlugin>[];
}

const FOLDERS = ['etc/audit/plugins.d/*.conf', 'etc/audisp/plugins.d/*.conf'] as const;

/**
 * The programs that the audit daemon hands its records to:
 *
 *   active = yes
 *   path = /sbin/sedispatch
 */
export const auditPlugins = textsFact<AuditPlugins>({
  name: 'audit.plugins',
  describes: 'Programs that get the records of the audit daemon',
  collect: {
    title: 'audit plugins',
    command: 'sudo tar czf audit-plugins.tar.gz /etc/audit/plugins.d /etc/audisp/plugins.d',
  },
  fields: {
    plugins: {
      type: 'rows',
      describes: 'Plugins, file by file',
      row: {
        name: { type: 'string', describes: 'Name of its file' },
        active: { type: 'boolean', describes: 'Whether it gets records' },
        path: { type: 'string', describes: 'Program' },
      },
    },
  },
  view: { kind: 'table', title: 'Audit plugins', rows: 'plugins' },
  from: {
    'client-analyzer': ['auditd_info.txt', 'audited_info.txt'],
    'mdatp-diagnostic': FOLDERS,
    sosreport: FOLDERS,
    supportconfig: [
      'security-audit.txt!#/etc/audit/plugins.d/*',
      'security-audit.txt!#/etc/audisp/plugins.d/*',
    ],
    plain: [...FOLDERS, 'plugins.d/*.conf', 'auditd_info.txt'],
  },
  parse(entries): AuditPlugins {
    const parts = entries.flatMap(partsOf);
    if (parts.length === 0) throw new NotCollectedError('no plugin of auditd is in the bundle');
    return { plugins: parts.flatMap(pluginOf) };
  },
});

interface Part {
  readonly name: string;
  readonly lines: readonly Line[];
}

function partsOf(entry: TextEntry): readonly Part[] {
  const blocks = auditBlocks(entry);
  if (blocks.length > 0) {
    return blocks
      .filter(({ command }) => command.value.includes('plugins.d'))
      .flatMap(({ lines }) => dumpedFiles(lines));
  }
  const name = /(?<name>[^/]{1,255})\.conf$/u.exec(entry.path)?.groups?.['name'];
  return name === undefined ? [] : [{ name, lines: entry.lines() }];
}

/** The files of a dump, which does not name them: each begins by saying whether it is active. */
function dumpedFiles(lines: readonly Line[]): readonly Part[] {
  const parts: { name: string; lines: Line[] }[] = [];
  for (const line of lines) {
    if (/^\s*active\s*=/u.test(line.text)) parts.push({ name: '', lines: [] });
    parts.at(-1)?.lines.push(line);
  }
  return parts;
}

function pluginOf({ name, lines }: Part): readonly Located<AuditPlugin>[] {
  const active = setting(lines, 'active');
  const path = setting(lines, 'path')?.value ?? '';
  return active
    ? [{ value: { name, active: active.value.toLowerCase() === 'yes', path }, at: active.at }]
    : [];
}

// active = yes
function setting(lines: readonly Line[], key: string): Located<string> | undefined {
  for (const { text, at } of lines) {
    const [name = '', value] = text.split('=', 2);
    if (name.trim() === key && value !== undefined) return { value: value.trim(), at };
  }
  return undefined;
}
