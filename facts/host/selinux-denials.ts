import { lineFact, type Line, type Located } from '../../engine/api/index.ts';
import { auditLogs, systemLogs } from '../log-places.ts';
import { places } from '../places.ts';

export interface SelinuxDenial {
  /** Name of the process, or thread, that was refused. */
  readonly process: string;
  /** What it asked for, as `execmem` or `read open`. */
  readonly permissions: string;
  readonly targetClass: string;
  /** Type in the context of the target. */
  readonly targetType: string;
  /** Path or name of the target, where the record has it. */
  readonly target?: string;
  /** Whether it was only reported; unknown in records of old kernels. */
  readonly permissive?: boolean;
}

export interface SelinuxDenials {
  /** The first of each kind, in the order of the logs. */
  readonly denials: readonly Located<SelinuxDenial>[];
  /** How many records of the agent there were. */
  readonly count: number;
}

interface State {
  readonly byKind: Map<string, Located<SelinuxDenial>>;
  count: number;
}

/** Kinds kept: a policy that is wrong in hundreds of ways is shown well enough by these. */
const KEPT = 100;

/**
 * What SELinux refused to the agent:
 *
 *   type=AVC msg=audit(1773489600.123:456): avc:  denied  { execmem } for  pid=1766 comm="wdavdaemon"
 *   scontext=system_u:system_r:init_t:s0 tcontext=system_u:system_r:init_t:s0 tclass=process permissive=0
 */
export const selinuxDenials = lineFact<State, SelinuxDenials>({
  name: 'host.selinux-denials',
  describes: 'What SELinux refused to the agent',
  collect: { title: 'ausearch', command: 'sudo ausearch -m AVC -ts boot > ausearch.txt' },
  fields: {
    denials: {
      type: 'rows',
      describes: 'Refusals, the first of each kind',
      row: {
        process: { type: 'string', describes: 'Process that was refused' },
        permissions: { type: 'string', describes: 'What it asked for' },
        targetClass: { type: 'string', describes: 'Class of the target' },
        targetType: { type: 'string', describes: 'Type of the target' },
        target: { type: 'string', describes: 'Path or name of the target' },
        permissive: { type: 'boolean', describes: 'Whether it was only reported' },
      },
    },
  },
  view: { kind: 'table', title: 'Refusals by SELinux', rows: 'denials' },
  from: places(auditLogs, systemLogs, {
    'client-analyzer': 'dmesg.txt',
    sosreport: 'sos_commands/kernel/dmesg',
    plain: 'dmesg*',
  }),
  needles: [
    'comm="wdavdaemon',
    'comm="mdatp',
    'comm="telemetryd',
    'comm=wdavdaemon',
    'comm=mdatp',
    'name="wdavdaemon"',
    'path="/opt/microsoft/mdatp/sbin/wdavdaemon"',
  ],
  start: () => ({ byKind: new Map(), count: 0 }),
  line(state, line) {
    const denial = denialOf(line);
    if (!denial) return;
    state.count++;
    const { process, permissions, targetClass, targetType } = denial;
    const kind = [process, permissions, targetClass, targetType].join('\n');
    if (!state.byKind.has(kind) && state.byKind.size < KEPT) {
      state.byKind.set(kind, { value: denial, at: line.at });
    }
  },
  finish: ({ byKind, count }) => ({ denials: [...byKind.values()], count }),
});

// avc:  denied  { read open } for  pid=1766 comm="wdavdaemon" …
const DENIED = /avc:\s{1,4}denied\s{1,4}\{ (?<permissions>[a-z_ ]{1,200}) \} for\s/u;

function denialOf({ text }: Line): SelinuxDenial | undefined {
  const permissions = DENIED.exec(text)?.groups?.['permissions']?.trim();
  if (permissions === undefined) return undefined;
  const process = valueOf(text, 'comm') ?? '';
  const target = valueOf(text, 'path') ?? valueOf(text, 'name');
  if (!isOfAgent(process, permissions, target)) return undefined;
  const permissive = valueOf(text, 'permissive');
  return {
    process,
    permissions,
    targetClass: valueOf(text, 'tclass') ?? '',
    targetType: valueOf(text, 'tcontext')?.split(':')[2] ?? '',
    ...(target === undefined ? {} : { target }),
    ...(permissive === undefined ? {} : { permissive: permissive === '1' }),
  };
}

/** The agent itself, or systemd that may not start it: then the process still bears a name in round brackets. */
function isOfAgent(process: string, permissions: string, target: string | undefined): boolean {
  if (/^(?:wdavdaemon|mdatp|telemetryd)/u.test(process)) return true;
  return /\bexecute/u.test(permissions) && /(?:^|\/)wdavdaemon$/u.test(target ?? '');
}

/** ausearch -i leaves the quotes out. */
function valueOf(text: string, key: string): string | undefined {
  const start = text.indexOf(` ${key}=`);
  if (start < 0) return undefined;
  const rest = text.slice(start + key.length + 2);
  return rest.startsWith('"') ? rest.slice(1, Math.max(rest.indexOf('"', 1), 1)) : rest.split(/\s/u, 1)[0];
}
