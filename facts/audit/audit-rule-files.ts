import {
  NotCollectedError,
  textsFact,
  type Line,
  type Located,
  type Location,
  type TextEntry,
} from '../../engine/api/index.ts';
import { auditBlocks } from './audit-info.ts';
import { auditRuleOf } from './audit-rule.ts';

export interface AuditRuleFileRow {
  /** Path on the host; only the folder where a dump of several files does not name them. */
  readonly file: string;
  readonly text: string;
  /** Keys of the rule, joined by commas. */
  readonly key: string;
}

/** A line of a rules file that sets something of the audit system: `-b 8192`, `-c`, `--backlog_wait_time 60000`. */
export interface AuditFileSetting {
  readonly file: string;
  /** As written: `-b`. */
  readonly option: string;
  /** Empty where the option takes none. */
  readonly value: string;
}

export interface AuditRuleFiles {
  /** The files that were read, each at its first line; only the folder where a dump does not name them. */
  readonly files: readonly Located<string>[];
  readonly rules: readonly Located<AuditRuleFileRow>[];
  readonly settings: readonly Located<AuditFileSetting>[];
  /** A line `-e 2`, which locks the rules until the next boot. */
  readonly immutable: Located<string> | undefined;
}

/**
 * The rules that are loaded when auditd starts, from the files of /etc/audit:
 *
 *   -w /etc/passwd -p wa -k identity
 *   -e 2
 */
export const auditRuleFiles = textsFact<AuditRuleFiles>({
  name: 'audit.rule-files',
  describes: 'Audit rules in the files of the host',
  collect: { title: 'audit rules files', command: 'sudo tar czf audit-rules.tar.gz /etc/audit' },
  fields: {
    files: {
      type: 'list',
      items: 'string',
      describes: 'Files, or the folder where a dump does not name them',
    },
    rules: {
      type: 'rows',
      describes: 'Rules, file by file',
      row: {
        file: { type: 'string', describes: 'File, or folder where a dump does not name its files' },
        text: { type: 'string', describes: 'The rule' },
        key: { type: 'string', describes: 'Its keys' },
      },
    },
    settings: {
      type: 'rows',
      describes: 'Settings of the audit system, file by file',
      row: {
        file: { type: 'string', describes: 'File, or folder where a dump does not name its files' },
        option: { type: 'string', describes: 'Option of auditctl' },
        value: { type: 'string', describes: 'Its value' },
      },
    },
    immutable: { type: 'string', describes: 'The line that locks the rules until the next boot' },
  },
  view: { kind: 'table', title: 'Audit rules in files', rows: 'rules' },
  from: {
    'client-analyzer': ['auditd_info.txt', 'audited_info.txt'],
    'mdatp-diagnostic': ['etc/audit/rules.d/*.rules', 'etc/audit/audit.rules'],
    sosreport: ['etc/audit/rules.d/*.rules', 'etc/audit/audit.rules'],
    supportconfig: ['security-audit.txt!#/etc/audit/rules.d/*', 'security-audit.txt!#/etc/audit/*.rules'],
    plain: [
      'etc/audit/rules.d/*.rules',
      'etc/audit/audit.rules',
      'rules.d/*.rules',
      'audit.rules',
      'auditd_info.txt',
    ],
  },
  parse(entries): AuditRuleFiles {
    const parts = entries.flatMap(partsOf);
    if (parts.length === 0) throw new NotCollectedError('no rules file of auditd is in the bundle');
    const lines = parts.flatMap(({ file, lines }) => lines.map((line) => ({ file, line })));
    const rules = lines.flatMap(({ file, line }) => {
      const rule = auditRuleOf(line.text);
      return rule ? [{ value: { file, ...rule }, at: line.at }] : [];
    });
    const settings = lines.flatMap(({ file, line }) => {
      const setting = SETTING.exec(line.text.trim())?.groups;
      if (!setting) return [];
      return [
        { value: { file, option: setting['option'] ?? '', value: setting['value'] ?? '' }, at: line.at },
      ];
    });
    const lock = settings.find(({ value }) => value.option === '-e' && value.value === '2');
    return {
      files: parts.map(({ file, at }) => ({ value: file, at })),
      rules,
      settings,
      immutable: lock && { value: '-e 2', at: lock.at },
    };
  },
});

// -D · -b 8192 · --backlog_wait_time 60000 · -r 2500
const SETTING = /^(?<option>-[bcDefirR]|--[a-z-_]{1,40})(?:\s+(?<value>[\w-]{1,40}))?$/u;

interface Part {
  readonly file: string;
  /** Where it begins. */
  readonly at: Location;
  readonly lines: readonly Line[];
}

function partsOf(entry: TextEntry): readonly Part[] {
  const blocks = auditBlocks(entry);
  if (blocks.length > 0) {
    return blocks.flatMap(({ command, lines }) => {
      const folder = DUMP.exec(command.value)?.groups?.['path'];
      return folder === undefined ? [] : dumpedFiles({ value: folder, at: command.at }, lines);
    });
  }
  // A name without rules is auditd_info.txt in another form, which holds no file.
  if (!/rules/iu.test(entry.path)) return [];
  const lines = entry.lines();
  const at = lines[0]?.at ?? { entry: entry.path, line: 1 };
  return [{ file: hostPath(entry.path), at, lines }];
}

// sudo find /etc/audit/rules.d -type f -exec cat {} ;
const DUMP = /(?<path>\/etc\/(?:audit|audisp)\/(?:rules\.d|audit\.rules)\S*)/u;

// /etc/audit/rules.d/mdatp.rules · ==> /etc/audit/rules.d/mdatp.rules <==
const FILE_NAME = /^(?:[=#> ]*)(?<path>\/etc\/aud\S+\.rules):?(?:[=#< ]*)$/u;

/** The files in a dump, told by a line that is nothing but a path; the folder stands for what no such line names. */
function dumpedFiles(folder: Located<string>, lines: readonly Line[]): readonly Part[] {
  const parts: { file: string; at: Location; lines: Line[] }[] = [
    { file: folder.value, at: folder.at, lines: [] },
  ];
  for (const line of lines) {
    const named = FILE_NAME.exec(line.text.trim())?.groups?.['path'];
    if (named) parts.push({ file: named, at: line.at, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

function hostPath(path: string): string {
  const at = path.lastIndexOf('etc/audit/');
  return at < 0 ? path : `/${path.slice(at)}`;
}
