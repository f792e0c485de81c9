import { derivedFact, type Located } from '../../engine/api/index.ts';
import { processList, type ProcessRow } from '../process/process-list.ts';

/** Parts of the agent; several processes may bear one role. */
export type MdatpRole =
  'daemon' | 'antivirus' | 'edr' | 'telemetry' | 'audit-plugin' | 'netfilter' | 'crash-handler';

export interface MdatpProcess {
  readonly role: MdatpRole;
  readonly pid?: number;
  readonly user?: string;
  /** Where the program lies; only its name where ps shows no more. */
  readonly program: string;
  readonly command: string;
}

export interface MdatpProcesses {
  readonly processes: readonly Located<MdatpProcess>[];
  /** The line that names the columns: proof that processes were listed. */
  readonly header: Located<string>;
  /** How many processes were listed, whoever's they are. */
  readonly count: number;
  /** Whether ps showed the arguments, by which parts of the same program are told apart. */
  readonly hasArguments: boolean;
}

/** The processes of the agent and what each is for. */
export const mdatpProcesses = derivedFact({
  name: 'mdatp.processes',
  describes: 'Processes of the agent',
  collect: { title: 'ps', command: 'ps auxww > ps.txt' },
  fields: {
    processes: {
      type: 'rows',
      describes: 'Processes, in the order of the listing',
      row: {
        role: { type: 'string', describes: 'What the process is for' },
        pid: { type: 'number', describes: 'Process id' },
        user: { type: 'string', describes: 'User that the process runs as' },
        program: { type: 'string', describes: 'Where the program lies' },
        command: { type: 'string', describes: 'Command line' },
      },
    },
    header: { type: 'string', describes: 'Headings of the listing' },
  },
  view: { kind: 'table', title: 'Processes of the agent', rows: 'processes' },
  needs: { list: processList },
  derive({ list }): MdatpProcesses {
    const processes = list.processes.flatMap(({ value, at }) => {
      const role = roleOf(value);
      if (!role) return [];
      const [program = ''] = value.command.split(/\s/u, 1);
      const { pid, user, command } = value;
      return [
        {
          value: {
            role,
            ...(pid === undefined ? {} : { pid }),
            ...(user === undefined ? {} : { user }),
            program,
            command,
          },
          at,
        },
      ];
    });
    const hasArguments = list.processes.some(({ value }) => value.command.includes(' '));
    return { processes, header: list.header, count: list.processes.length, hasArguments };
  },
});

const BY_NAME: Readonly<Record<string, MdatpRole>> = {
  telemetryd_v1: 'telemetry',
  telemetryd_v2: 'telemetry',
  mdatp_audisp_plugin: 'audit-plugin',
  mde_netfilter: 'netfilter',
  mde_netfilter_v2: 'netfilter',
};

/** `wdavdaemon edr 16 15` is the detection part, `wdavdaemon unprivileged 21 20` the antivirus engine. */
function roleOf({ name, command }: ProcessRow): MdatpRole | undefined {
  if (name === 'wdavdaemon') {
    const [, first = ''] = command.split(/\s+/u, 2);
    if (first === 'unprivileged') return 'antivirus';
    return first === 'edr' || first === 'enterprise' ? 'edr' : 'daemon';
  }
  if (name === 'crashpad_handler') return command.includes('mdatp') ? 'crash-handler' : undefined;
  return Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
}
