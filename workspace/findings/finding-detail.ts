import {
  factOf,
  type AnyAnalyzer,
  type AnyFact,
  type Evidence,
  type Finding,
  type OptionalFact,
} from '../../engine/api/index.ts';
import { findingMarkdown } from '../../report/markdown/finding-markdown.ts';
import type { EvidenceShown, FindingDetail } from '../contract/findings.ts';
import { addressIn, placeShown, type OpenedReport } from '../report/opened-report.ts';
import { findingRow } from './finding-rows.ts';
import { triageOf, type TriageBook } from './triage-book.ts';

/** All that a screen shows of one finding. */
export function findingDetail(
  opened: OpenedReport,
  book: TriageBook,
  finding: Finding,
  analyzer: AnyAnalyzer | undefined,
): FindingDetail {
  const { report, root } = opened;
  const { fingerprint, why, remediation, sources, profile, params, becauseOf } = finding;
  const titled = (one: Finding): { fingerprint: string; title: string } => ({
    fingerprint: one.fingerprint,
    title: one.title,
  });
  return {
    row: findingRow(opened, book, finding),
    why,
    evidence: finding.evidence.map((one) => evidenceShown(one, root)),
    steps: [...remediation.steps],
    commands: [...remediation.commands],
    links: remediation.links.map(({ label, href }, index) => ({ label, host: new URL(href).host, index })),
    sources: sources.map(({ document, date }) => ({ document, ...(date === undefined ? {} : { date }) })),
    profile,
    params: Object.entries(params).map(([name, value]) => ({ name, value: String(value) })),
    inputs: inputsOf(opened, finding, analyzer),
    because: report.findings.filter((one) => becauseOf.includes(one.fingerprint)).map(titled),
    consequences: report.findings.filter((one) => one.becauseOf.includes(fingerprint)).map(titled),
    triage: triageOf(book, fingerprint),
    markdown: findingMarkdown(finding, report),
  };
}

function evidenceShown(evidence: Evidence, root: string): EvidenceShown {
  const { role } = evidence;
  if ('lookedFor' in evidence)
    return { role, lookedFor: evidence.lookedFor, lookedIn: [...evidence.lookedIn] };
  const { line, endLine = line, excerpt, excerptFirstLine = line ?? 1 } = evidence;
  const lines = (excerpt?.split('\n') ?? []).map((text, index) => {
    const number = excerptFirstLine + index;
    return { number, text, cited: line !== undefined && number >= line && number <= (endLine ?? line) };
  });
  return { role, at: placeShown(evidence, root), lines };
}

/** By which inputs it was judged: those that were seen, with their files, and those that were not. */
function inputsOf(
  { report, root }: OpenedReport,
  { analyzer: id }: Finding,
  analyzer: AnyAnalyzer | undefined,
): FindingDetail['inputs'] {
  const outcome = report.analyzers.find((one) => one.id === id);
  const describes = new Map(
    Object.values((analyzer?.needs ?? {}) as Record<string, AnyFact | OptionalFact<unknown>>).map((need) => {
      const fact = factOf(need);
      return [fact.name, fact.describes];
    }),
  );
  const seen = (outcome?.seen ?? []).map(({ fact, entries }) => ({
    fact,
    describes: describes.get(fact) ?? '',
    status: 'seen' as const,
    entries: entries.map((entry) => ({ entry, address: addressIn(root, entry) })),
  }));
  const missing = (outcome?.notSeen ?? []).map(({ fact, status, reason }) => ({
    fact,
    describes: describes.get(fact) ?? '',
    status,
    entries: [],
    ...(reason === undefined ? {} : { reason }),
  }));
  return [...seen, ...missing];
}
