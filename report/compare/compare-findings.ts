import type { AnalyzerStatus, Finding, Report, Severity } from '../../engine/api/index.ts';

/** A finding that only one side has, and what the same check says on the other. */
export interface OneSided {
  readonly finding: Finding;
  /** `found`: about something else; undefined where the other report does not know the check. */
  readonly other: AnalyzerStatus | undefined;
  /** Whether the other side looked at all: only then has something begun or ended. */
  readonly looked: boolean;
}

export interface FindingChanges {
  /** In the order of the new report. */
  readonly appeared: readonly OneSided[];
  /** In the order of the old report. */
  readonly gone: readonly OneSided[];
  /** Still there, more or less severe than it was. */
  readonly severity: readonly { readonly finding: Finding; readonly was: Severity }[];
  /** Still there, with other values in its sentence. */
  readonly reworded: readonly { readonly finding: Finding; readonly was: string }[];
  /** Still there as it was; of the new report. */
  readonly same: readonly Finding[];
}

/** What became of each finding between two reports of one host. */
export function compareFindings(old: Report, now: Report): FindingChanges {
  const before = new Map(old.findings.map((one) => [one.fingerprint, one]));
  const after = new Set(now.findings.map(({ fingerprint }) => fingerprint));
  const severity: FindingChanges['severity'][number][] = [];
  const reworded: FindingChanges['reworded'][number][] = [];
  const same: Finding[] = [];
  const appeared: OneSided[] = [];
  for (const finding of now.findings) {
    const twin = before.get(finding.fingerprint);
    if (!twin) appeared.push(oneSided(finding, old));
    else if (twin.severity !== finding.severity) severity.push({ finding, was: twin.severity });
    else if (twin.message !== finding.message) reworded.push({ finding, was: twin.message });
    else same.push(finding);
  }
  const gone = old.findings.filter(({ fingerprint }) => !after.has(fingerprint));
  return { appeared, gone: gone.map((one) => oneSided(one, now)), severity, reworded, same };
}

function oneSided(finding: Finding, other: Report): OneSided {
  const status = other.analyzers.find(({ id }) => id === finding.analyzer)?.status;
  return { finding, other: status, looked: status === 'clean' || status === 'found' };
}
