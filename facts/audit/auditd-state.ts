import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { processList, type ProcessList } from '../process/process-list.ts';
import { systemdUnits, type SystemdUnits } from '../systemd/units.ts';
import { auditdService, type AuditdService } from './auditd-service.ts';

export interface AuditdState {
  readonly running: Located<boolean>;
  /** What the source says: a state of the service, or the command line of the process. */
  readonly text: Located<string>;
}

/** Whether the audit daemon runs, by the service manager or, where that was not asked, by the list of processes. */
export const auditdState = derivedFact({
  name: 'audit.state',
  describes: 'Whether the audit daemon runs',
  collect: {
    title: 'service auditd status',
    command: 'sudo service auditd status > systemctl_status_auditd',
  },
  fields: {
    running: { type: 'boolean', describes: 'Whether auditd runs' },
    text: { type: 'string', describes: 'What the source says of it' },
  },
  view: { kind: 'fields', title: 'Audit daemon' },
  needs: {
    service: optional(auditdService),
    units: optional(systemdUnits),
    processes: optional(processList),
  },
  derive({ service, units, processes }): AuditdState {
    const state = byService(service) ?? byUnits(units) ?? byProcesses(processes);
    if (!state) throw new NotCollectedError('nothing tells whether auditd runs');
    return state;
  },
});

function byService(service: AuditdService | undefined): AuditdState | undefined {
  if (!service) return undefined;
  return { running: { value: service.running, at: service.active.at }, text: service.active };
}

/** A unit that is not listed may not be loaded, or the list may leave inactive units out: the processes tell then. */
function byUnits(units: SystemdUnits | undefined): AuditdState | undefined {
  const unit = units?.units.find(({ value }) => value.unit === 'auditd.service');
  if (!unit) return undefined;
  const { active, sub } = unit.value;
  return {
    running: { value: active === 'active' && sub === 'running', at: unit.at },
    text: { value: sub ? `${active} (${sub})` : active, at: unit.at },
  };
}

function byProcesses(processes: ProcessList | undefined): AuditdState | undefined {
  if (!processes) return undefined;
  const found = processes.processes.find(({ value }) => value.name === 'auditd');
  if (!found) {
    const { at } = processes.header;
    return { running: { value: false, at }, text: { value: 'no process auditd is listed', at } };
  }
  return { running: { value: true, at: found.at }, text: { value: found.value.command, at: found.at } };
}
