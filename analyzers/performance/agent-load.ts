import type { AnalysisContext, Located, Place } from '../../engine/api/index.ts';
import type { AgentProgram, CpuSamples } from '../../facts/process/cpu-samples.ts';
import type { CpuSummary } from '../../facts/process/cpu-summary.ts';
import type { ProcessList, ProcessRow } from '../../facts/process/process-list.ts';
import { fewestSamples, tellingCpuTime } from './thresholds.ts';

export interface LoadFacts {
  readonly sampled: CpuSamples | undefined;
  readonly summary: CpuSummary | undefined;
  readonly list: ProcessList | undefined;
}

/** What a program of the agent takes on average, in % of one core. */
export interface AgentLoad {
  readonly percent: number;
  /** Several samples, the summary of them, or the whole life of the processes. */
  readonly basis: 'samples' | 'summary' | 'life';
  /** Samples of the mean; 0 for a whole life. */
  readonly samples: number;
  readonly places: readonly [Place, ...Place[]];
}

/** Processes that are cited; a host has three of the daemon. */
const MOST_PLACES = 4;

/**
 * Every mean that the bundle gives, the largest first. Empty where it gives none: a single sample is none, and the
 * share since the start of a process that has just started is none either.
 */
export function loadsOf(
  program: AgentProgram,
  facts: LoadFacts,
  context: AnalysisContext,
): readonly AgentLoad[] {
  const loads = [
    bySamples(program, facts, context),
    bySummary(program, facts, context),
    byLife(program, facts, context),
  ];
  return loads.filter((load) => load !== undefined).sort((a, b) => b.percent - a.percent);
}

function bySamples(
  program: AgentProgram,
  { sampled }: LoadFacts,
  { threshold }: AnalysisContext,
): AgentLoad | undefined {
  const samples = sampled?.samples;
  if (!samples || samples.value < threshold(fewestSamples)) return undefined;
  const load = sampled.loads.find(({ value }) => value.program === program)?.value;
  const [first = samples.at, ...rest] = load?.places ?? [];
  return {
    percent: load?.meanPercent ?? 0,
    basis: 'samples',
    samples: samples.value,
    places: [first, ...rest],
  };
}

/** The mean of one process is the least that all of them take. */
function bySummary(
  program: AgentProgram,
  { summary }: LoadFacts,
  { threshold }: AnalysisContext,
): AgentLoad | undefined {
  const row = summary?.commands.find(({ value }) => isProgram(program, value.command));
  if (!row || (row.value.samples ?? 0) < threshold(fewestSamples)) return undefined;
  return {
    percent: row.value.meanPercent,
    basis: 'summary',
    samples: row.value.samples ?? 0,
    places: [row.at],
  };
}

/** Undefined as well where the only high shares are those of processes that are too young. */
function byLife(
  program: AgentProgram,
  { list }: LoadFacts,
  { threshold }: AnalysisContext,
): AgentLoad | undefined {
  // ps -ef gives no share.
  const own = (list?.processes ?? []).filter(
    ({ value }) => isProgram(program, value.name) && value.cpuPercent !== undefined,
  );
  const old = own.filter(({ value }) => (value.cpuSeconds ?? 0) >= threshold(tellingCpuTime));
  const [first, ...rest] = [...old].sort(byShare);
  if (!first) return undefined;
  const percent = old.reduce((sum, { value }) => sum + (value.cpuPercent ?? 0), 0);
  const places = rest.slice(0, MOST_PLACES - 1).map(({ at }) => at);
  return { percent: Math.round(percent * 10) / 10, basis: 'life', samples: 0, places: [first.at, ...places] };
}

/** Names of processes are cut by the kernel: mdatp_audisp_pl */
function isProgram(program: AgentProgram, command: string): boolean {
  const [path = ''] = command.trim().split(/\s/u, 1);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return program === 'wdavdaemon' ? name.startsWith('wdavdaemon') : name.startsWith('mdatp_audisp');
}

function byShare({ value: a }: Located<ProcessRow>, { value: b }: Located<ProcessRow>): number {
  return (b.cpuPercent ?? 0) - (a.cpuPercent ?? 0);
}

/** Whether a list shows that the program does not run at all. */
export function isSeenNotToRun(program: AgentProgram, { list }: LoadFacts): boolean {
  return list !== undefined && !list.processes.some(({ value }) => isProgram(program, value.name));
}
