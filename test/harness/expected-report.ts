import type { AnalyzerOutcome, Evidence, Finding, Report, ReportFile } from '../../engine/api/index.ts';

/** A report as expected.json holds it: all that a sample decides, short enough to be read in a review. */
export interface ExpectedReport {
  readonly bundle: {
    readonly kind: string;
    readonly root: string;
    readonly collectedAt?: string | undefined;
    readonly host: Readonly<Record<string, string>>;
  };
  readonly profile: string;
  readonly ended: string;
  readonly entries: Report['entries'];
  readonly findings: readonly ExpectedFinding[];
  /** Ids by status, each with what was not seen or why. */
  readonly outcomes: Readonly<Record<string, readonly string[]>>;
  /** `code entry:line detail` */
  readonly problems: readonly string[];
}

export interface ExpectedFinding {
  readonly analyzer: string;
  /** Severity and confidence. */
  readonly is: string;
  readonly says: string;
  /** `role entry:line | the line` of every place; `role nowhere: what` of an absence. */
  readonly at: readonly string[];
  /** Analyzers whose findings explain this one. */
  readonly because?: readonly string[];
  readonly fingerprint: string;
}

export interface ExpectedFile {
  readonly reports: readonly ExpectedReport[];
}

/** What of a report is stored: not the words that only depend on the analyzer, nor hash and size of the archive. */
export function expectedFile({ reports }: ReportFile): ExpectedFile {
  return { reports: reports.map(expectedReport) };
}

function expectedReport(report: Report): ExpectedReport {
  const { kind, root, collectedAt, host } = report.bundle;
  const analyzerOf = new Map(report.findings.map(({ fingerprint, analyzer }) => [fingerprint, analyzer]));
  return {
    bundle: { kind, root, ...(collectedAt === undefined ? {} : { collectedAt }), host },
    profile: `${report.profile.id} (${report.profile.chosen})`,
    ended: report.ended,
    entries: report.entries,
    findings: report.findings.map((finding) => expectedFinding(finding, analyzerOf)),
    outcomes: outcomesOf(report.analyzers),
    problems: report.problems.map(
      ({ code, detail, at }) => `${code} ${at?.entry ?? ''}:${at?.line ?? ''} ${detail}`,
    ),
  };
}

function expectedFinding(finding: Finding, analyzerOf: ReadonlyMap<string, string>): ExpectedFinding {
  const because = new Set((finding.becauseOf ?? []).map((one) => analyzerOf.get(one) ?? one));
  return {
    analyzer: finding.analyzer,
    is: `${finding.severity} ${finding.confidence}`,
    says: finding.message,
    at: finding.evidence.map(placeText),
    ...(because.size > 0 ? { because: [...because].sort() } : {}),
    fingerprint: finding.fingerprint,
  };
}

function placeText(evidence: Evidence): string {
  if ('lookedFor' in evidence) return `${evidence.role} nowhere: ${evidence.lookedFor}`;
  const { role, entry, line, excerpt, excerptFirstLine = 1 } = evidence;
  if (line === undefined) return `${role} ${entry}`;
  const text = excerpt?.split('\n')[line - excerptFirstLine] ?? '';
  return `${role} ${entry}:${line} | ${text.trim()}`;
}

const STATUSES = ['found', 'clean', 'blocked', 'not-applicable', 'failed'] as const;

function outcomesOf(analyzers: readonly AnalyzerOutcome[]): ExpectedReport['outcomes'] {
  return Object.fromEntries(
    STATUSES.map((status) => [status, analyzers.filter((one) => one.status === status).map(outcomeText)]),
  );
}

function outcomeText({ id, notSeen, reason, supersededBy = [] }: AnalyzerOutcome): string {
  const missing = [...new Set(notSeen.map(({ fact, status }) => `${fact} ${status}`))];
  const rest = [
    ...(reason === undefined ? [] : [reason]),
    ...missing,
    ...supersededBy.map((by) => `given way to ${by}`),
  ];
  return rest.length === 0 ? id : `${id}: ${rest.join(', ')}`;
}
