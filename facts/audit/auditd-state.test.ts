import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { processList } from '../process/process-list.ts';
import { systemdUnits } from '../systemd/units.ts';
import { auditdService } from './auditd-service.ts';
import { auditdState, type AuditdState } from './auditd-state.ts';

function derive(texts: { service?: string; units?: string; processes?: string }): readonly [boolean, string] {
  const { plan } = auditdState;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  const facts = {
    service: texts.service === undefined ? undefined : parseFact(auditdService, texts.service).value,
    units: texts.units === undefined ? undefined : parseFact(systemdUnits, texts.units).value,
    processes: texts.processes === undefined ? undefined : parseFact(processList, texts.processes).value,
  };
  const { running, text }: AuditdState = plan.derive(facts, () => undefined);
  return [running.value, text.value];
}

const PS = 'UID PID PPID C STIME TTY TIME CMD\n';

describe('audit.state', () => {
  it('follows the service manager before the processes', () => {
    expect(
      derive({
        service: 'auditd is stopped\n',
        processes: `${PS}root 9 1 0 10:00 ? 00:00:00 /sbin/auditd\n`,
      }),
    ).toEqual([false, 'stopped']);
  });

  it('follows the list of units', () => {
    expect(derive({ units: 'auditd.service loaded active running Auditing\n' })).toEqual([
      true,
      'active (running)',
    ]);
  });

  it('follows the processes where the unit is not listed', () => {
    expect(
      derive({
        units: 'atd.service loaded active running Jobs\n',
        processes: `${PS}root 9 1 0 10:00 ? 00:00:00 [kauditd]\n`,
      }),
    ).toEqual([false, 'no process auditd is listed']);
  });

  it('is not known without any of them', () => {
    expect(() => derive({})).toThrow('nothing tells whether auditd runs');
  });
});
