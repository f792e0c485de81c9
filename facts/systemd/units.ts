import {
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface SystemdUnit {
  readonly unit: string;
  /** `loaded`, `not-found`, `masked` … */
  readonly load?: string;
  /** `active`, `inactive`, `failed` … */
  readonly active: string;
  /** `running`, `exited`, `dead` … */
  readonly sub?: string;
  readonly description?: string;
}

export interface SystemdUnits {
  readonly units: readonly Located<SystemdUnit>[];
}

/**
 * The units that systemd has in memory:
 *
 *     UNIT             LOAD      ACTIVE   SUB     DESCRIPTION
 *     auditd.service   loaded    active   running Security Auditing Service
 *   ● kdump.service    loaded    failed   failed  Crash recovery kernel arming
 */
export const systemdUnits = textFact<SystemdUnits>({
  name: 'systemd.units',
  describes: 'Units that systemd has loaded, with their states',
  collect: {
    title: 'systemctl list-units',
    command: 'systemctl list-units --all --no-pager > systemctl_list-units.txt',
  },
  fields: {
    units: {
      type: 'rows',
      describes: 'Units, in the order of the list',
      row: {
        unit: { type: 'string', describes: 'Name, as auditd.service' },
        load: { type: 'string', describes: 'Whether the unit file was read' },
        active: { type: 'string', describes: 'State in general' },
        sub: { type: 'string', describes: 'State in detail' },
        description: { type: 'string', describes: 'What the unit says of itself' },
      },
    },
  },
  view: { kind: 'table', title: 'Units', rows: 'units' },
  from: {
    sosreport: [
      'sos_commands/systemd/systemctl_list-units_--all*',
      'sos_commands/systemd/systemctl_list-units',
    ],
    supportconfig: [
      'systemd.txt!#*list-units*--all*',
      'systemd.txt!#*--all*list-units*',
      'systemd.txt!#*list-units*',
    ],
    plain: ['systemctl_list-units*', 'systemctl-list-units*', 'list-units.txt'],
  },
  looksLike: (head) =>
    /^\s*UNIT\s+LOAD\s+ACTIVE\s+SUB\s+(?:JOB\s+)?DESCRIPTION\s*$/mu.test(head.slice(0, 500)),
  parse(entry): SystemdUnits {
    refuseFailedCommand(entry);
    return { units: unitRows(entry) };
  },
});

// auditd.service loaded active running Security Auditing Service
const ROW =
  /^(?<unit>\S+\.[a-z]+)\s+(?<load>[a-z-]+)\s+(?<active>[a-z]+)\s+(?<sub>[a-z-]+)(?:\s+(?<description>\S.*))?$/u;

// a pending job stands between the state and the description
const JOB = /^(?:start|stop|restart|reload|try-restart|verify-active|nop)\s+/u;

function unitRows(entry: TextEntry): readonly Located<SystemdUnit>[] {
  const units: Located<SystemdUnit>[] = [];
  let hasJobs = false;
  for (const line of entry.lines()) {
    const text = withoutMark(line.text);
    if (/^UNIT\s+LOAD\s/u.test(text)) hasJobs = /\sJOB\s/u.test(text);
    const unit = unitOf(line, hasJobs);
    if (unit) units.push(unit);
  }
  if (units.length === 0) throw new UnreadableError(`${entry.path} lists no units`);
  return units;
}

function unitOf({ text, at }: Line, hasJobs: boolean): Located<SystemdUnit> | undefined {
  const row = ROW.exec(withoutMark(text))?.groups;
  if (!row) return undefined;
  const { unit = '', load, active = '', sub } = row;
  const description = hasJobs ? row['description']?.replace(JOB, '') : row['description'];
  return {
    value: {
      unit,
      ...(load ? { load } : {}),
      active,
      ...(sub ? { sub } : {}),
      ...(description ? { description } : {}),
    },
    at,
  };
}

/** Units in trouble are marked by a dot, a circle, an arrow, a cross or, without UTF-8, a star. */
function withoutMark(text: string): string {
  return text.trim().replace(/^[●○↻×*x]\s+/u, '');
}
