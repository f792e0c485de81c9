import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { auditOutput } from './audit-info.ts';

/** Settings of auditd.conf; numbers where the file has plain numbers. */
export interface AuditdConfig {
  /** All settings by name, in small letters; the last of a name holds. */
  readonly settings: ReadonlyMap<string, Located<string>>;
  readonly log_file: Located<string> | undefined;
  readonly log_format: Located<string> | undefined;
  readonly flush: Located<string> | undefined;
  readonly freq: Located<number> | undefined;
  readonly max_log_file: Located<number> | undefined;
  readonly num_logs: Located<number> | undefined;
  readonly max_log_file_action: Located<string> | undefined;
  /** Mebibytes, or a share of the disk such as `25%`. */
  readonly space_left: Located<string> | undefined;
  readonly space_left_action: Located<string> | undefined;
  readonly admin_space_left_action: Located<string> | undefined;
  readonly disk_full_action: Located<string> | undefined;
  readonly disk_error_action: Located<string> | undefined;
  readonly disp_qos: Located<string> | undefined;
  readonly q_depth: Located<number> | undefined;
  readonly overflow_action: Located<string> | undefined;
  readonly priority_boost: Located<number> | undefined;
}

/**
 * Settings of the audit daemon:
 *
 *   max_log_file = 8
 *   max_log_file_action = ROTATE
 */
export const auditdConfig = textFact<AuditdConfig>({
  name: 'audit.config',
  describes: 'Settings of the audit daemon',
  collect: { title: 'auditd.conf', command: 'sudo cat /etc/audit/auditd.conf > auditd.conf' },
  fields: {
    log_file: { type: 'string', describes: 'File of the records' },
    log_format: { type: 'string', describes: 'Form of the records' },
    flush: { type: 'string', describes: 'When records are written to disk' },
    freq: { type: 'number', describes: 'Records between two writes to disk' },
    max_log_file: { type: 'number', describes: 'Largest size of one log', unit: 'MiB' },
    num_logs: { type: 'number', describes: 'Logs that are kept' },
    max_log_file_action: { type: 'string', describes: 'What happens when a log is full' },
    space_left: { type: 'string', describes: 'Free space at which auditd warns: MiB or %' },
    space_left_action: { type: 'string', describes: 'What happens when space runs short' },
    admin_space_left_action: { type: 'string', describes: 'What happens when space is nearly gone' },
    disk_full_action: { type: 'string', describes: 'What happens when the disk is full' },
    disk_error_action: { type: 'string', describes: 'What happens when the disk fails' },
    disp_qos: { type: 'string', describes: 'Whether auditd waits for its dispatcher' },
    q_depth: { type: 'number', describes: 'Records that may wait for the plugins' },
    overflow_action: { type: 'string', describes: 'What happens when too many records wait for the plugins' },
    priority_boost: { type: 'number', describes: 'Priority that auditd gives itself' },
  },
  view: { kind: 'fields', title: 'auditd.conf' },
  from: {
    'client-analyzer': ['auditd_info.txt', 'audited_info.txt'],
    'mdatp-diagnostic': 'etc/audit/auditd.conf',
    sosreport: 'etc/audit/auditd.conf',
    supportconfig: ['security-audit.txt!#/etc/audit/auditd.conf', 'security-audit.txt!#/etc/auditd.conf'],
    plain: ['etc/audit/auditd.conf', 'auditd.conf', 'auditd_info.txt'],
  },
  parse(entry): AuditdConfig {
    const settings = settingsOf(auditOutput(entry, (command) => command.endsWith('/auditd.conf')));
    if (settings.size === 0) throw new UnreadableError(`${entry.path} has no settings`);
    return { settings, ...mainSettings(settings) };
  },
});

// max_log_file = 8
const SETTING = /^(?<key>[A-Za-z_]{1,40})\s{0,40}=\s{0,40}(?<value>\S.*)$/u;

function settingsOf(lines: readonly Line[]): ReadonlyMap<string, Located<string>> {
  const settings = new Map<string, Located<string>>();
  for (const { text, at } of lines) {
    const setting = SETTING.exec(text.trim())?.groups;
    if (setting) settings.set((setting['key'] ?? '').toLowerCase(), { value: setting['value'] ?? '', at });
  }
  return settings;
}

function mainSettings(settings: ReadonlyMap<string, Located<string>>): Omit<AuditdConfig, 'settings'> {
  const text = (key: string): Located<string> | undefined => settings.get(key);
  const number = (key: string): Located<number> | undefined => numberOf(settings.get(key));
  return {
    log_file: text('log_file'),
    log_format: text('log_format'),
    flush: text('flush'),
    freq: number('freq'),
    max_log_file: number('max_log_file'),
    num_logs: number('num_logs'),
    max_log_file_action: text('max_log_file_action'),
    space_left: text('space_left'),
    space_left_action: text('space_left_action'),
    admin_space_left_action: text('admin_space_left_action'),
    disk_full_action: text('disk_full_action'),
    disk_error_action: text('disk_error_action'),
    disp_qos: text('disp_qos'),
    q_depth: number('q_depth'),
    overflow_action: text('overflow_action'),
    priority_boost: number('priority_boost'),
  };
}

function numberOf(setting: Located<string> | undefined): Located<number> | undefined {
  if (!setting || !/^\d{1,15}$/u.test(setting.value)) return undefined;
  return { value: Number(setting.value), at: setting.at };
}
