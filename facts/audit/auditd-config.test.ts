import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { auditdConfig, type AuditdConfig } from './auditd-config.ts';

describe('audit.config', () => {
  it('reads settings, whatever the letters of their names', () => {
    const { value } = parseFact<AuditdConfig>(
      auditdConfig,
      '# comment = no\nmax_log_file = 8\nMAX_LOG_FILE_ACTION = ROTATE\nspace_left = 25%\ntcp_listen_queue = 5\n',
    );
    expect(value.max_log_file).toEqual({ value: 8, at: { entry: 'file', line: 2 } });
    expect(value.max_log_file_action?.value).toBe('ROTATE');
    expect(value.space_left?.value).toBe('25%');
    expect([...value.settings.keys()]).toEqual([
      'max_log_file',
      'max_log_file_action',
      'space_left',
      'tcp_listen_queue',
    ]);
  });

  it('reads the block of the client analyzer', () => {
    const { value } = parseFact<AuditdConfig>(
      auditdConfig,
      'sudo cat /etc/audit/auditd.conf\n====\nnum_logs = 5\n\nsudo cat /etc/audisp/audispd.conf\n====\nq_depth = 80\n',
    );
    expect(value.num_logs?.value).toBe(5);
    expect(value.q_depth).toBeUndefined();
  });

  it('cannot use a text without settings', () => {
    expect(() => parseFact(auditdConfig, 'nothing here\n')).toThrow('no settings');
  });
});
