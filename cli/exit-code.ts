import { SEVERITIES, type Report, type Severity } from '../engine/api/index.ts';
import type { EngineAnswer, SourceEnd } from '../engine/run/protocol.ts';

/** What the exit codes mean; docs and `--help` say the same. */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  nothing: 3,
  limit: 4,
  fault: 5,
  damaged: 6,
  interrupted: 130,
} as const;

/** The code of a run that came to an answer. Where several fit: 130, 5, 3, 4, 1, 6. */
export function exitCodeOf({ sources, reports, fault }: EngineAnswer, failOn?: Severity): number {
  if (sources.some(({ ended }) => ended === 'cancelled')) return EXIT.interrupted;
  if (fault !== undefined) return EXIT.fault;
  if (sources.length === 0 || sources.some(isNothing)) return EXIT.nothing;
  if (sources.some(({ ended }) => ended === 'limit')) return EXIT.limit;
  if (failOn !== undefined && reports.some((report) => hasFinding(report, failOn))) return EXIT.findings;
  return sources.some(({ ended }) => ended === 'damaged') ? EXIT.damaged : EXIT.done;
}

/** What a limit kept from being recognised is not nothing. */
function isNothing({ opened, recognised, ended }: SourceEnd): boolean {
  return !opened || (!recognised && ended !== 'limit');
}

function hasFinding({ findings }: Report, failOn: Severity): boolean {
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn));
}
