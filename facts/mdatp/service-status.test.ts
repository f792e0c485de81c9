import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { serviceStatus, type ServiceStatus } from './service-status.ts';

const parse = (text: string): ServiceStatus => parseFact<ServiceStatus>(serviceStatus, text).value;

describe('mdatp.service-status', () => {
  it('reads systemctl status', () => {
    expect(
      parse(
        '● mdatp.service - Microsoft Defender for Endpoint\n   Loaded: loaded (/usr/lib/systemd/system/mdatp.service; enabled; vendor preset: enabled)\n   Active: active (running) since Sat 2026-03-14 12:00:00 UTC\n Main PID: 1966 (wdavdaemon)\n',
      ),
    ).toEqual({
      loaded: { value: 'loaded', at: { entry: 'file', line: 2 } },
      enabled: { value: 'enabled', at: { entry: 'file', line: 2 } },
      active: { value: 'active', at: { entry: 'file', line: 3 } },
      state: { value: 'active (running)', at: { entry: 'file', line: 3 } },
      result: undefined,
      running: { value: true, at: { entry: 'file', line: 3 } },
      mainPid: { value: 1966, at: { entry: 'file', line: 4 } },
    });
  });

  it('reads a service that starts again and again', () => {
    expect(
      parse(
        'mdatp.service - x\n  Active: activating (auto-restart) (Result: exit-code) since Sat 2026-03-14 12:00:00 UTC; 2s ago\n',
      ),
    ).toMatchObject({
      state: { value: 'activating (auto-restart)' },
      result: { value: 'exit-code' },
      running: { value: false },
    });
  });

  it('knows a service that failed not to run', () => {
    expect(parse('mdatp.service - x\n  Active: failed (Result: exit-code)\n')).toMatchObject({
      active: { value: 'failed' },
      running: { value: false },
    });
  });

  it('finds mdatp among other units', () => {
    const others = '● auditd.service - Audit\n   Active: active (running)\n\n';
    expect(parse(`${others}● mdatp.service - x\n   Active: inactive (dead)\n`).active).toEqual({
      value: 'inactive',
      at: { entry: 'file', line: 5 },
    });
    expect(() => parse(others)).toThrow('holds other units only');
  });

  it.each([
    ['mdatp start/running, process 123', true, 123],
    ['mdatp (pid 124) is running...', true, 124],
    ['mdatp stop/waiting', false, undefined],
  ])('reads %s', (text, running, pid) => {
    const value = parse(`${text}\n`);
    expect(value.running?.value).toBe(running);
    expect(value.mainPid?.value).toBe(pid);
  });

  it('knows a unit that is not there', () => {
    expect(parse('Unit mdatp.service could not be found.\n')).toMatchObject({
      loaded: { value: 'not-found' },
      running: { value: false },
    });
  });
});
