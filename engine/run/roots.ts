import { SEVERITIES, type AnalyzerOutcome, type AnyAnalyzer, type Finding } from '../api/index.ts';
import type { JudgedFinding } from './evaluate.ts';

/** A circle of causes cannot be shown as a tree; found when analyzers are loaded. */
export function refuseCircles(analyzers: readonly AnyAnalyzer[]): void {
  const byId = new Map(analyzers.map((analyzer) => [analyzer.id, analyzer]));
  const visit = (id: string, path: readonly string[], done: Set<string>): void => {
    if (path.includes(id)) throw new Error(`Analyzers explain each other: ${[...path, id].join(' → ')}`);
    if (done.has(id)) return;
    for (const { of } of byId.get(id)?.because ?? []) visit(of, [...path, id], done);
    done.add(id);
  };
  const done = new Set<string>();
  for (const { id } of analyzers) visit(id, [], done);
}

/** Drops findings that another analyzer says better, and takes down which. */
export function supersede(
  judged: readonly JudgedFinding[],
  outcomes: readonly AnalyzerOutcome[],
  analyzers: readonly AnyAnalyzer[],
): { readonly judged: readonly JudgedFinding[]; readonly outcomes: readonly AnalyzerOutcome[] } {
  const takenBy = new Map<string, Set<string>>();
  const kept = judged.filter(({ finding, subject }) => {
    const better = analyzers.filter(
      (analyzer) =>
        (analyzer.supersedes ?? []).includes(finding.analyzer) &&
        judged.some((other) => other.finding.analyzer === analyzer.id && sameSubject(other.subject, subject)),
    );
    if (better.length === 0) return true;
    const takers = takenBy.get(finding.analyzer) ?? new Set();
    takenBy.set(finding.analyzer, takers);
    for (const { id } of better) takers.add(id);
    return false;
  });
  const marked = outcomes.map((outcome) => {
    const takers = takenBy.get(outcome.id);
    return takers ? { ...outcome, supersededBy: [...takers].sort() } : outcome;
  });
  return { judged: kept, outcomes: marked };
}

/** Joins consequences to their roots. A root that is not there never hides a consequence. */
export function explain(
  judged: readonly JudgedFinding[],
  analyzers: readonly AnyAnalyzer[],
): readonly Finding[] {
  const byId = new Map(analyzers.map((analyzer) => [analyzer.id, analyzer]));
  return judged.map(({ finding, subject }) => {
    const causes = byId.get(finding.analyzer)?.because ?? [];
    const roots = judged.filter((other) =>
      causes.some(
        (cause) =>
          cause.of === other.finding.analyzer &&
          (!cause.sameSubject || (subject !== undefined && other.subject === subject)) &&
          (cause.subject === undefined || other.subject === cause.subject) &&
          (cause.forSubject === undefined || subject === cause.forSubject),
      ),
    );
    return { ...finding, becauseOf: roots.map((root) => root.finding.fingerprint).sort() };
  });
}

/**
 * What judges the bundle itself, then worst first; each root followed by what it explains. A finding stands once,
 * under its first root.
 */
export function inReadingOrder(
  findings: readonly Finding[],
  analyzers: readonly AnyAnalyzer[],
): readonly Finding[] {
  const ofBundle = new Set(analyzers.filter(({ about }) => about === 'bundle').map(({ id }) => id));
  const turn = ({ analyzer }: Finding): number => (ofBundle.has(analyzer) ? 0 : 1);
  const present = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const children = new Map<string | undefined, Finding[]>();
  for (const finding of findings) {
    const parent = finding.becauseOf.find((root) => present.has(root));
    children.set(parent, [...(children.get(parent) ?? []), finding]);
  }
  const worst = new Map<string, number>();
  const worstBelow = (finding: Finding): number => {
    const known = worst.get(finding.fingerprint);
    if (known !== undefined) return known;
    const below = (children.get(finding.fingerprint) ?? []).map(worstBelow);
    const rank = Math.min(SEVERITIES.indexOf(finding.severity), ...below);
    worst.set(finding.fingerprint, rank);
    return rank;
  };
  const ordered: Finding[] = [];
  const visit = (parent: string | undefined): void => {
    const here = [...(children.get(parent) ?? [])].sort(
      (a, b) =>
        turn(a) - turn(b) ||
        worstBelow(a) - worstBelow(b) ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        compareText(a.analyzer, b.analyzer) ||
        compareText(a.message, b.message) ||
        compareText(a.fingerprint, b.fingerprint),
    );
    for (const finding of here) {
      ordered.push(finding);
      visit(finding.fingerprint);
    }
  };
  visit(undefined);
  return ordered;
}

function sameSubject(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
