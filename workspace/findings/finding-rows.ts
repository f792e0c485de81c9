import { SEVERITIES, type Finding } from '../../engine/api/index.ts';
import type { Answer, Ask } from '../contract/questions.ts';
import type { Facet, FindingRow } from '../contract/findings.ts';
import { fitsFilter, type Filtered } from '../filter/fits-filter.ts';
import { parseFilter, type CompilePattern } from '../filter/parse-filter.ts';
import { mistakeShown, type Say } from '../filter/mistake-shown.ts';
import { areaOf, firstPlace, standings, type OpenedReport } from '../report/opened-report.ts';
import { triageOf, type TriageBook } from './triage-book.ts';

/** Fields that a filter of findings may ask. */
const FIELDS = ['severity', 'area', 'check', 'confidence', 'triage', 'file', 'id'] as const;
const FACETS = [
  'severity',
  'area',
  'triage',
  'confidence',
  'file',
] as const satisfies readonly Facet['name'][];
/** Values of a facet that are listed; a bundle has few files with findings. */
const MOST_VALUES = 100;

export interface Told {
  readonly say: Say;
  readonly compile: CompilePattern;
}

interface Candidate {
  readonly row: FindingRow;
  readonly filtered: Filtered;
  readonly facets: Readonly<Record<Facet['name'], readonly string[]>>;
}

/** One page of the findings of a report, with the counts of its facets. */
export function findingsPage(
  opened: OpenedReport,
  book: TriageBook,
  ask: Ask<'findings:page'>,
  { say, compile }: Told,
): Answer<'findings:page'> {
  const all = candidatesOf(opened, book);
  const read = parseFilter(ask.filter, FIELDS, compile);
  // While a filter is wrong the list stays whole; the bar says what is wrong.
  const passing = read.ok ? all.filter(({ filtered }) => fitsFilter(read.filter, filtered)) : all;
  const chosen = passing.filter((one) => FACETS.every((name) => isChosen(one, name, ask.facets)));
  const rows = sorted(chosen, ask.sort).map(({ row }) => row);
  return {
    rows: rows.slice(ask.from, ask.from + ask.count),
    total: rows.length,
    all: all.length,
    facets: FACETS.map((name) => facetOf(name, passing, ask.facets)),
    ...(read.ok ? {} : { mistake: mistakeShown(read, FIELDS, say) }),
  };
}

/** One row, as lists and details show it. */
export function findingRow(opened: OpenedReport, book: TriageBook, finding: Finding): FindingRow {
  const standing = standings(opened.report.findings).get(finding.fingerprint);
  return rowOf(finding, standing ?? { depth: 0, consequences: 0 }, opened, book);
}

function candidatesOf(opened: OpenedReport, book: TriageBook): readonly Candidate[] {
  const { findings } = opened.report;
  const places = standings(findings);
  return findings.map((finding) => {
    const standing = places.get(finding.fingerprint) ?? { depth: 0, consequences: 0 };
    const row = rowOf(finding, standing, opened, book);
    const files = [...new Set(finding.evidence.flatMap((one) => ('entry' in one ? [one.entry] : [])))];
    return {
      row,
      filtered: {
        texts: [row.title, row.message, row.analyzer, finding.why, ...files],
        fields: {
          severity: row.severity,
          area: row.area,
          check: row.analyzer,
          confidence: row.confidence,
          triage: row.triage,
          file: files,
          id: row.fingerprint,
        },
      },
      facets: {
        severity: [row.severity],
        area: [row.area],
        triage: [row.triage],
        confidence: [row.confidence],
        file: files,
      },
    };
  });
}

function rowOf(
  finding: Finding,
  { depth, consequences }: { readonly depth: number; readonly consequences: number },
  { provisional }: OpenedReport,
  book: TriageBook,
): FindingRow {
  const { fingerprint, analyzer, severity, confidence, title, message, evidence } = finding;
  const { state, note = '' } = triageOf(book, fingerprint);
  return {
    ...{ fingerprint, analyzer, severity, confidence, title, message, depth, consequences, provisional },
    area: areaOf(analyzer),
    places: evidence.length,
    first: firstPlace(finding),
    triage: state,
    hasNote: note !== '',
  };
}

function isChosen(
  { facets }: Candidate,
  name: Facet['name'],
  chosen: Ask<'findings:page'>['facets'],
): boolean {
  const values = chosen[name];
  return !values || values.length === 0 || facets[name].some((value) => values.includes(value));
}

/** Counts say how many rows a click would leave: those that pass the filter and all other facets. */
function facetOf(
  name: Facet['name'],
  passing: readonly Candidate[],
  chosen: Ask<'findings:page'>['facets'],
): Facet {
  const others = FACETS.filter((other) => other !== name);
  const counts = new Map<string, number>();
  for (const one of passing) {
    const counted = others.every((other) => isChosen(one, other, chosen)) ? 1 : 0;
    for (const value of one.facets[name]) counts.set(value, (counts.get(value) ?? 0) + counted);
  }
  for (const value of chosen[name] ?? []) if (!counts.has(value)) counts.set(value, 0);
  const values = [...counts].map(([value, number]) => ({
    value,
    count: number,
    selected: chosen[name]?.includes(value) ?? false,
  }));
  return { name, values: values.sort(byFacet(name)).slice(0, MOST_VALUES) };
}

function byFacet(name: Facet['name']) {
  return (a: { value: string; count: number }, b: { value: string; count: number }): number =>
    name === 'severity'
      ? rankOf(a.value) - rankOf(b.value)
      : b.count - a.count || (a.value < b.value ? -1 : 1);
}

function sorted(found: readonly Candidate[], sort: Ask<'findings:page'>['sort']): readonly Candidate[] {
  if (sort === 'tree') return found;
  const keyOf = ({ row }: Candidate): string => {
    switch (sort) {
      case 'severity':
        return String(rankOf(row.severity));
      case 'area':
        return row.analyzer;
      case 'title':
        return row.title.toLowerCase();
      case 'file':
        return row.first;
    }
  };
  return [...found].sort(
    (a, b) =>
      (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0) ||
      rankOf(a.row.severity) - rankOf(b.row.severity),
  );
}

function rankOf(severity: string): number {
  return SEVERITIES.findIndex((one) => one === severity);
}
