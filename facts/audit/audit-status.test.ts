import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { auditStatus, type AuditStatus } from './audit-status.ts';

function parse(text: string): AuditStatus {
  return parseFact<AuditStatus>(auditStatus, text).value;
}

describe('audit.status', () => {
  it('reads one value per line', () => {
    const value = parse(
      'enabled 2\nfailure 1\npid 901\nrate_limit 0\nbacklog_limit 8192\nlost 12\nbacklog 3\nbacklog_wait_time 60000\nloginuid_immutable 0 unlocked\n',
    );
    expect(value).toEqual({
      enabled: { value: 2, at: { entry: 'file', line: 1 } },
      failure: { value: 1, at: { entry: 'file', line: 2 } },
      pid: { value: 901, at: { entry: 'file', line: 3 } },
      rateLimit: { value: 0, at: { entry: 'file', line: 4 } },
      backlogLimit: { value: 8192, at: { entry: 'file', line: 5 } },
      lost: { value: 12, at: { entry: 'file', line: 6 } },
      backlog: { value: 3, at: { entry: 'file', line: 7 } },
    });
  });

  it('reads the form of one line', () => {
    const value = parse(
      'AUDIT_STATUS: enabled=1 flag=2 pid=1483 rate_limit=0 backlog_limit=320 lost=7 backlog=0\n',
    );
    expect([
      value.enabled?.value,
      value.failure?.value,
      value.backlogLimit?.value,
      value.lost?.value,
    ]).toEqual([1, 2, 320, 7]);
  });

  it('reads the block of the client analyzer', () => {
    const value = parse(
      'sudo auditctl -v\n====\nauditctl version 3\n\nsudo auditctl -s\n====\nenabled 0\nlost 4\n',
    );
    expect(value.lost).toEqual({ value: 4, at: { entry: 'file', line: 8 } });
  });

  it('cannot use another text', () => {
    expect(() => parse('The audit system is disabled\n')).toThrow('no audit status');
  });
});
