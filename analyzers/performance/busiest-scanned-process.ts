import {
  cite,
  defineAnalyzer,
  notApplicable,
  optional,
  type FindingDraft,
  type Located,
} from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { exclusions, type Exclusions } from '../../facts/mdatp/exclusions.ts';
import { scanStatistics, type ScannedProcess } from '../../facts/mdatp/scan-statistics.ts';
import { agentPresent } from '../applies.ts';
import { heavyIoApplications } from '../knowledge/heavy-io-applications.ts';
import { links } from '../links.ts';
import { applicationOfProgram } from './heavy-application.ts';
import { busyShare, longScanTime, tellingScans } from './thresholds.ts';

const MESSAGES = {
  files: '{program} is the cause of {percent} % of the scans ({files} of {all} files)',
  time: '{program} is the cause of {percent} % of the time of all scans ({seconds} s)',
} as const;

export const busiestScannedProcess = defineAnalyzer({
  id: 'performance/busiest-scanned-process',
  title: 'Program that most scans are for',
  why: 'What is scanned for it slows down the program itself, and makes the load of the agent.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { statistics: scanStatistics, agent: optional(agent), excluded: optional(exclusions) },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Find out what the program reads and writes, and whether it has to.',
      'Weigh an exclusion of its data, as its vendor documents it; an exclusion of the program leaves all unscanned that it opens.',
    ],
    commands: [{ command: 'mdatp diagnostic real-time-protection-statistics --sort --top 10', risk: 'safe' }],
    links: [links.scanStatistics, links.exclusions],
  },
  sources: [{ document: 'linux-support-perf', date: '2025-01' }],
  because: [{ of: 'performance/heavy-io-application', sameSubject: true }],

  evaluate({ statistics, agent: found, excluded }, { know, threshold }) {
    if (found?.realTimeActive?.value === false)
      return notApplicable('Real-time protection of the agent is off.');
    const programs = byProgram(statistics.processes);
    const all = {
      files: programs.reduce((sum, { files }) => sum + files, 0),
      seconds: programs.reduce((sum, { seconds }) => sum + seconds, 0),
    };
    const applications = know(heavyIoApplications);
    return programs
      .filter((one) => !isExcluded(one, excluded))
      .flatMap((one): readonly FindingDraft<typeof MESSAGES>[] => {
        const { program, name, files, seconds, at } = one;
        const about = {
          evidence: [cite(at)] as const,
          subject: applicationOfProgram(name, applications)?.application ?? program,
          identity: [program],
        };
        const most = threshold(busyShare);
        const share = (100 * files) / all.files;
        if (all.files >= threshold(tellingScans) && share > most) {
          const params = { program, percent: Math.round(share), files, all: all.files };
          return [{ ...about, message: 'files', params }];
        }
        const timeShare = (100 * seconds) / all.seconds;
        if (seconds <= threshold(longScanTime) || timeShare <= most) return [];
        const params = { program, percent: Math.round(timeShare), seconds: Math.round(seconds) };
        return [{ ...about, message: 'time', params }];
      });
  },
});

interface ProgramScans {
  /** Its path, or its name where that is all there is. */
  readonly program: string;
  readonly name: string;
  readonly files: number;
  readonly seconds: number;
  /** Where the process with the most files stands. */
  readonly at: Located<ScannedProcess>;
}

/** A program may run as many processes, as a database does. */
function byProgram(processes: readonly Located<ScannedProcess>[]): readonly ProgramScans[] {
  const groups = Map.groupBy(processes, ({ value }) => (value.path === '' ? value.name : value.path));
  return [...groups].flatMap(([program, [first, ...rest]]) => {
    if (!first) return [];
    const files = rest.reduce((sum, { value }) => sum + value.files, first.value.files);
    const seconds = rest.reduce((sum, { value }) => sum + value.seconds, first.value.seconds);
    const at = rest.reduce((most, one) => (one.value.files > most.value.files ? one : most), first);
    return [{ program, name: first.value.name, files, seconds, at }];
  });
}

/** The numbers count from the start: an exclusion that somebody has made since does not take them back. */
function isExcluded({ program, name }: ProgramScans, excluded: Exclusions | undefined): boolean {
  return (excluded?.exclusions ?? []).some(
    ({ value: { kind, value } }) => kind === 'process' && (value.trim() === program || value.trim() === name),
  );
}
