import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { processList, type ProcessList } from '../process/process-list.ts';
import { systemdUnits, type SystemdUnits } from '../systemd/units.ts';

export interface InitSystem {
  /** `systemd`, `upstart`, `sysvinit`, `openrc`, `runit`, `s6`, `init` for one that is not told apart. */
  readonly name: Located<string> | undefined;
  /** The command line of process 1. */
  readonly firstProcess: Located<string> | undefined;
  /** The program that is process 1, where it starts no services: a container has its workload there. */
  readonly workload: Located<string> | undefined;
}

/** What starts the services of the host, by process 1 and by what systemd leaves behind. */
export const initSystem = derivedFact({
  name: 'host.init-system',
  describes: 'What starts the services of the host',
  collect: { title: 'ps', command: 'ps auxww > ps.txt' },
  fields: {
    name: {
      type: 'string',
      describes: 'Init system',
      oneOf: ['systemd', 'upstart', 'sysvinit', 'openrc', 'runit', 's6', 'init'],
    },
    firstProcess: { type: 'string', describes: 'Command line of process 1' },
    workload: { type: 'string', describes: 'Program that is process 1 and starts no services' },
  },
  view: { kind: 'fields', title: 'Init system' },
  needs: { list: optional(processList), units: optional(systemdUnits) },
  derive({ list, units }): InitSystem {
    const first = list?.processes.find(({ value }) => value.pid === 1);
    const firstProcess = first && { value: first.value.command, at: first.at };
    const told = list && byProcesses(list);
    // `init` may be any of them; a list of units tells which.
    const name = told && told.value !== 'init' ? told : (byUnits(units) ?? told);
    if (!name && !firstProcess) throw new NotCollectedError('process 1 is not in the list of processes');
    return { name, firstProcess, workload: name ? undefined : workloadOf(first) };
  },
});

/** Program of process 1 → init system. `init` alone may be a link to any of them. */
const BY_PROGRAM: Readonly<Record<string, string>> = {
  systemd: 'systemd',
  upstart: 'upstart',
  'openrc-init': 'openrc',
  runit: 'runit',
  'runit-init': 'runit',
  's6-svscan': 's6',
  busybox: 'init',
};

function byProcesses({ processes }: ProcessList): Located<string> | undefined {
  const first = processes.find(({ value }) => value.pid === 1);
  if (!first) return undefined;
  const { at } = first;
  const { name, command } = first.value;
  const known = Object.hasOwn(BY_PROGRAM, name) ? BY_PROGRAM[name] : undefined;
  if (known !== undefined) return { value: known, at };
  if (name !== 'init') return undefined;
  const running = (wanted: string) => processes.find(({ value }) => value.name === wanted);
  // The journal needs systemd as process 1; udev and logind of systemd run beside other init systems too.
  const journal = running('systemd-journald') ?? running('systemd-journal');
  if (journal) return { value: 'systemd', at };
  if (running('upstart-udev-bridge') ?? running('upstart-socket-bridge')) return { value: 'upstart', at };
  // init [3]: System V writes its runlevel there
  if (/^\S*init\s+\[\d\]/u.test(command)) return { value: 'sysvinit', at };
  // A list with threads of the kernel is one of the whole host, so the journal is not merely left out.
  return running('[kthreadd]') ? { value: 'init', at } : undefined;
}

/** systemd lists its units only where it is process 1. */
function byUnits(units: SystemdUnits | undefined): Located<string> | undefined {
  const [unit] = units?.units ?? [];
  return unit && { value: 'systemd', at: unit.at };
}

function workloadOf(first: ProcessList['processes'][number] | undefined): Located<string> | undefined {
  if (!first || first.value.name === 'init' || first.value.name.startsWith('[')) return undefined;
  return { value: first.value.name, at: first.at };
}
