import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { auditdService, type AuditdService } from './auditd-service.ts';

function state(text: string): readonly [string, boolean] {
  const { value } = parseFact<AuditdService>(auditdService, text);
  return [value.active.value, value.running];
}

describe('audit.service', () => {
  it.each([
    ['auditd (pid  1483) is running...', 'running', true],
    ['auditd is stopped', 'stopped', false],
    ['auditd dead but pid file exists', 'stopped', false],
    [' * auditd is not running.', 'stopped', false],
    ['Unit auditd.service could not be found.', 'not found', false],
    ['auditd: unrecognized service', 'not found', false],
  ])('reads %s', (line, expected, running) => {
    expect(state(`${line}\n`)).toEqual([expected, running]);
  });

  it.each([
    ['active (running)', true],
    ['inactive (dead)', false],
    ['failed (Result: exit-code)', false],
  ])('reads the state %s of systemd', (text, running) => {
    const output = `sudo auditctl -v\n====\n3.0\n\nservice auditd status\n====\n● auditd.service - Security Auditing Service\n     Active: ${text} since Mon 2026-11-23 10:00:00 UTC; 2h ago\n`;
    expect(state(output)).toEqual([text.startsWith('failed') ? 'failed' : text, running]);
  });

  it('reads its own part of the states of all units', () => {
    const all =
      '● atd.service - Deferred execution\n   Active: inactive (dead)\n\n● auditd.service - Security Auditing\n   Active: active (running) since Mon\n\n● cron.service - Cron\n   Active: failed\n';
    expect(state(all)).toEqual(['active (running)', true]);
  });

  it('is not collected where auditd is not spoken of', () => {
    expect(() => state('● atd.service - Deferred execution\n   Loaded: loaded\n')).toThrow(
      'does not show the state',
    );
  });

  it('does not take the state of another unit', () => {
    expect(() => state('● atd.service - Deferred execution\n   Active: active (running)\n')).toThrow(
      'does not show the state',
    );
  });
});
