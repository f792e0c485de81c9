import {
  type AnyAnalyzer,
  type Domain,
  type EntryPath,
  type HostHeader,
  type KnowledgeRow,
  type KnowledgeTable,
  type Problem,
  type Report,
} from '../api/index.ts';
import type { IngestEnd } from '../ingest/source.ts';
import type { BundleContent } from './bundle-content.ts';
import { relativeTo, type FoundBundle } from './bundles.ts';
import type { Collected } from './collector.ts';
import { evaluateOne } from './evaluate.ts';
import { evidenceOf } from './excerpts.ts';
import { identitiesIn, quotedIdentities } from './identities.ts';
import { masked } from './mask.ts';
import type { FactOutcomes } from './resolve-facts.ts';
import { factExcerpts } from './fact-excerpts.ts';
import { explain, inReadingOrder, supersede } from './roots.ts';
import type { Judging } from './settings.ts';

export interface ReportParts {
  readonly domain: Domain;
  readonly analyzers: readonly AnyAnalyzer[];
  readonly end: IngestEnd;
  readonly bundle: FoundBundle;
  readonly content: BundleContent;
  readonly collected: Collected;
  readonly outcomes: FactOutcomes;
  /** `auto` or the id of a profile. */
  readonly profile: string;
  readonly judging: Judging;
  /** True where the source holds this bundle alone: its problems are all this bundle's. */
  readonly alone: boolean;
}

/** One bundle judged: the Report, sorted and stable. */
export function buildReport(parts: ReportParts): Report {
  const { domain, analyzers, bundle, content, collected, outcomes, end, judging } = parts;
  const header = headerOf(domain, outcomes);
  const profile = profileFor(domain, parts.profile, header.collectedAt);
  const context = {
    collectedAt: header.collectedAt,
    profile: profile.id,
    kind: bundle.kind.id,
    complete: content.incomplete === undefined,
    know: <Row extends KnowledgeRow>(table: KnowledgeTable<Row>) => judging.know(table, profile.id),
    sourceOf: judging.sourceOf,
    threshold: judging.threshold,
  };
  const { mask = (lines) => lines } = domain;
  const judgements = analyzers.map((analyzer) =>
    evaluateOne(analyzer, outcomes, context, (citation) =>
      evidenceOf(citation, content, collected.excerpts, mask),
    ),
  );
  const { judged, outcomes: rows } = supersede(
    judgements.flatMap(({ findings }) => findings),
    judgements.map(({ outcome }) => outcome),
    analyzers,
  );
  const problems = [
    ...ownProblems(parts),
    ...[...outcomes.values()].flatMap((outcome) => outcome.problems),
    ...judgements.flatMap((judgement) => judgement.problems),
  ];
  const report: Report = {
    profile,
    settings: judging.reported,
    bundle: {
      name: end.name,
      sha256: end.sha256,
      bytes: end.bytes,
      kind: bundle.kind.id,
      root: bundle.root.replace(/!$/u, ''),
      ...(header.collectedAt ? { collectedAt: header.collectedAt.toISOString() } : {}),
      host: Object.fromEntries(header.fields.map(({ id, value }) => [id, value])),
    },
    findings: inReadingOrder(explain(judged, analyzers), analyzers).map((one) => masked(one, mask)),
    analyzers: [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: sortedProblems(problems),
    facts: factExcerpts(outcomes),
    entries: countEntries(parts),
    ended: end.ended,
  };
  const identities = quotedIdentities(report, identitiesIn(outcomes));
  return identities.length === 0 ? report : { ...report, identities };
}

function headerOf(domain: Domain, outcomes: FactOutcomes): HostHeader {
  const outcome = outcomes.get(domain.header);
  return outcome?.status === 'known' ? (outcome.value as HostHeader) : { fields: [] };
}

/** The profile asked for, else the one in force on the day of collection, else the newest. */
export function profileFor(domain: Domain, asked: string, collectedAt: Date | undefined): Report['profile'] {
  if (asked !== 'auto') return { id: asked, chosen: 'asked' };
  const newest = domain.profiles.at(-1)?.id ?? '';
  if (!collectedAt) return { id: newest, chosen: 'no-date' };
  const day = collectedAt.toISOString().slice(0, 10);
  const inForce = domain.profiles.filter(({ from }) => from === undefined || from <= day);
  return { id: inForce.at(-1)?.id ?? newest, chosen: 'by-date' };
}

function ownProblems({ collected, bundle, alone }: ReportParts): readonly Problem[] {
  const own: Problem[] = [];
  for (const problem of collected.problems) {
    const entry = problem.at?.entry;
    if (entry === undefined || entry === '') {
      own.push(problem);
      continue;
    }
    const relative = relativeTo(bundle.root, entry);
    if (relative !== undefined) own.push({ ...problem, at: { ...problem.at, entry: relative } });
    else if (alone) own.push(problem);
  }
  return own;
}

function sortedProblems(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ code, detail, at }: Problem): string =>
    [at?.entry ?? '', String(at?.line ?? at?.offset ?? 0).padStart(16, '0'), code, detail].join('\0');
  const byKey = new Map(problems.map((problem) => [keyOf(problem), problem]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
}

/** Files that some fact knows, and files that none does; folders, links and archives count in the total alone. */
function countEntries({ content, outcomes, bundle }: ReportParts): Report['entries'] {
  const read = new Set<EntryPath>();
  for (const [{ looksEverywhere }, outcome] of outcomes) {
    if (outcome.status !== 'known' || looksEverywhere) continue;
    for (const entry of outcome.entries) read.add(entry);
  }
  const isPlainFile = (path: EntryPath): boolean => {
    const entry = content.find(path);
    return entry?.kind === 'file' && entry.holds === undefined;
  };
  const recognised = [...read].filter(isPlainFile).length;
  return { total: bundle.entries.length, recognised, unrecognised: bundle.entries.plainFiles - recognised };
}
