import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { systemdUnitFiles } from '../systemd/unit-files.ts';
import { systemdUnits, type SystemdUnit } from '../systemd/units.ts';
import { serviceStatus, type ServiceStatus } from './service-status.ts';

export interface Service {
  /** As printed: `active (running)`, `activating (auto-restart)`, `failed`, `inactive (dead)`, `stopped`. */
  readonly state: Located<string> | undefined;
  readonly running: Located<boolean> | undefined;
  /** Why it ended, where it did. */
  readonly result: Located<string> | undefined;
  /** Whether it starts with the host: `enabled`, `disabled`, `masked` … */
  readonly enabled: Located<string> | undefined;
  /** What says that there is no such unit. */
  readonly missing: Located<string> | undefined;
}

/** The service mdatp, from its own state or from the lists of all units. */
export const service = derivedFact({
  name: 'mdatp.service',
  describes: 'The service mdatp',
  collect: { title: 'systemctl status mdatp', command: 'sudo systemctl status mdatp > service_status.txt' },
  fields: {
    state: { type: 'string', describes: 'State as it is printed' },
    running: { type: 'boolean', describes: 'Whether it runs' },
    result: { type: 'string', describes: 'Why it ended' },
    enabled: { type: 'string', describes: 'Whether it starts with the host' },
    missing: { type: 'string', describes: 'What says that there is no such unit' },
  },
  view: { kind: 'fields', title: 'Service mdatp' },
  needs: {
    status: optional(serviceStatus),
    units: optional(systemdUnits),
    unitFiles: optional(systemdUnitFiles),
  },
  derive({ status, units, unitFiles }): Service {
    const unit = units?.units.find(({ value }) => value.unit === 'mdatp.service');
    const file = unitFiles?.unitFiles.find(({ value }) => value.unit === 'mdatp.service');
    if (!status && !unit && !file) throw new NotCollectedError('nothing tells of the service mdatp');
    return {
      ...stateOf(status, unit),
      result: status?.result,
      enabled:
        status?.enabled ??
        masked(status) ??
        (file && { value: file.value.state, at: file.at }) ??
        (unit?.value.load === 'masked' ? { value: 'masked', at: unit.at } : undefined),
      missing: missingOf(status, unit),
    };
  },
});

function stateOf(
  status: ServiceStatus | undefined,
  unit: Located<SystemdUnit> | undefined,
): Pick<Service, 'state' | 'running'> {
  if (status?.state && status.running) return { state: status.state, running: status.running };
  if (!unit) return { state: undefined, running: undefined };
  const { active, sub } = unit.value;
  return {
    state: { value: sub ? `${active} (${sub})` : active, at: unit.at },
    running: { value: (active === 'active' || active === 'reloading') && sub !== 'exited', at: unit.at },
  };
}

/** systemd says no more of a unit that is masked. */
function masked(status: ServiceStatus | undefined): Located<string> | undefined {
  return status?.loaded?.value === 'masked' ? status.loaded : undefined;
}

function missingOf(
  status: ServiceStatus | undefined,
  unit: Located<SystemdUnit> | undefined,
): Located<string> | undefined {
  if (status?.loaded?.value === 'not-found') return status.loaded;
  return unit?.value.load === 'not-found' ? { value: 'not-found', at: unit.at } : undefined;
}
