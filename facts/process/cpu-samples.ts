import { lineFact, type Located, type Location } from '../../engine/api/index.ts';

export type AgentProgram = 'wdavdaemon' | 'mdatp_audisp_plugin';

/** The share of the processors that one program of the agent took, all of its processes together. */
export interface ProgramLoad {
  readonly program: AgentProgram;
  /** Of one core; the mean of all samples. */
  readonly meanPercent: number;
  readonly maxPercent: number;
  /** Where its first processes stand. */
  readonly places: readonly Location[];
}

export interface CpuSamples {
  /** How often the processes were listed, where the first list begins; undefined where there is none. */
  readonly samples: Located<number> | undefined;
  readonly loads: readonly Located<ProgramLoad>[];
}

interface Sum {
  total: number;
  max: number;
  /** Of the sample that is being read. */
  current: number;
  readonly places: Location[];
}

interface State {
  samples: number;
  start: Location | undefined;
  /** Where %CPU and COMMAND stand among the words of a row. */
  columns: { readonly cpu: number; readonly command: number } | undefined;
  readonly sums: Map<AgentProgram, Sum>;
}

/** Places that are kept of one program. */
const MOST_PLACES = 4;

/**
 * How much the agent's programs took, from what `top -b` printed several times:
 *
 *   top - 09:12:10 up 15 days,  5:10,  1 user,  load average: 0.21, 0.27, 0.30
 *       PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
 *      1183 root      20   0 1738240 298312  41120 S   4.0   0.9 131:09.44 wdavdaemon
 */
export const cpuSamples = lineFact<State, CpuSamples>({
  name: 'process.cpu-samples',
  describes: 'Load of the programs of the agent while the bundle was collected',
  collect: { title: 'top', command: 'top -b -d 10 -n 12 > top_output.txt' },
  fields: {
    samples: { type: 'number', describes: 'Samples' },
    loads: {
      type: 'rows',
      describes: 'Programs',
      row: {
        program: { type: 'string', describes: 'Program', oneOf: ['wdavdaemon', 'mdatp_audisp_plugin'] },
        meanPercent: { type: 'number', describes: 'Mean share of one core', unit: '%' },
        maxPercent: { type: 'number', describes: 'Largest share of one core', unit: '%' },
      },
    },
  },
  view: {
    kind: 'table',
    title: 'Load of the agent',
    rows: 'loads',
    columns: ['program', 'meanPercent', 'maxPercent'],
  },
  from: {
    'client-analyzer': ['top_output.txt', 'top.txt'],
    sosreport: ['sos_commands/process/top*', 'top_output*'],
    supportconfig: '*.txt!#*/top -b*',
    plain: ['top', 'top.txt', 'top_output*', 'top-b*', 'top_-b*'],
  },
  needles: ['load average:', '%CPU', 'wdavdaemon', 'mdatp_audisp'],
  start: () => ({ samples: 0, start: undefined, columns: undefined, sums: new Map() }),
  line(state, line) {
    const words = line.text.trim().split(/\s+/u);
    if (words[0] === 'top' && line.text.includes('load average:')) {
      close(state);
      state.samples++;
      state.start ??= line.at;
    } else if (words.includes('%CPU') && words.includes('PID')) {
      state.columns = { cpu: words.indexOf('%CPU'), command: words.indexOf('COMMAND') };
    } else if (state.columns && state.samples > 0) {
      const program = programOf(words[state.columns.command]);
      const share = numberOf(words[state.columns.cpu]);
      if (program && share !== undefined) add(state, program, share, () => line.at);
    }
  },
  finish(state) {
    close(state);
    const { samples, start } = state;
    if (!start) return { samples: undefined, loads: [] };
    return { samples: { value: samples, at: start }, loads: loadsOf(state, start) };
  },
});

function loadsOf({ sums, samples }: State, start: Location): readonly Located<ProgramLoad>[] {
  return [...sums].map(([program, { total, max, places }]) => ({
    value: { program, meanPercent: rounded(total / samples), maxPercent: rounded(max), places },
    at: places[0] ?? start,
  }));
}

function add({ sums }: State, program: AgentProgram, share: number, at: () => Location): void {
  const sum = sums.get(program) ?? { total: 0, max: 0, current: 0, places: [] };
  sums.set(program, sum);
  sum.current += share;
  if (sum.places.length < MOST_PLACES) sum.places.push(at());
}

/** Ends the sample that is being read. */
function close({ sums }: State): void {
  for (const sum of sums.values()) {
    sum.total += sum.current;
    sum.max = Math.max(sum.max, sum.current);
    sum.current = 0;
  }
}

/** top cuts long names, and shows whole commands where it was told to: /opt/microsoft/mdatp/sbin/wdavdaemon */
function programOf(command: string | undefined): AgentProgram | undefined {
  const name = command?.slice(command.lastIndexOf('/') + 1) ?? '';
  if (name.startsWith('wdavdaemon')) return 'wdavdaemon';
  return name.startsWith('mdatp_audisp') ? 'mdatp_audisp_plugin' : undefined;
}

/** Some languages write 4,0. */
function numberOf(text: string | undefined): number | undefined {
  const plain = text?.replace(',', '.') ?? '';
  return /^\d{1,6}(?:\.\d{1,3})?$/u.test(plain) ? Number(plain) : undefined;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
