import {
  factOf,
  type AnalyzerOutcome,
  type AnyAnalyzer,
  type AnyFact,
  type OptionalFact,
} from '../../engine/api/index.ts';
import type { Answer, Ask } from '../contract/questions.ts';
import type { CheckPage, CheckRow } from '../contract/findings.ts';
import { fitsFilter } from '../filter/fits-filter.ts';
import { mistakeShown } from '../filter/mistake-shown.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { areaOf, type OpenedReport } from '../report/opened-report.ts';
import type { Told } from './finding-rows.ts';

const FIELDS = ['status', 'area', 'input', 'id'] as const;

/** One page of the checks and what became of them. */
export function checksPage(
  { report }: OpenedReport,
  analyzers: ReadonlyMap<string, AnyAnalyzer>,
  ask: Ask<'checks:page'>,
  { say, compile }: Told,
): Answer<'checks:page'> {
  const rows = report.analyzers.map((outcome) => checkRow(outcome, analyzers.get(outcome.id)));
  const read = parseFilter(ask.filter, FIELDS, compile);
  const passing = rows.filter(
    (row) =>
      (ask.statuses.length === 0 || ask.statuses.includes(row.status)) &&
      (!read.ok || fitsFilter(read.filter, filteredOf(row))),
  );
  const count = (wanted: (row: CheckRow) => boolean): number => rows.filter(wanted).length;
  return {
    rows: passing.slice(ask.from, ask.from + ask.count),
    total: passing.length,
    counts: {
      found: count(({ status }) => status === 'found'),
      clean: count(({ status, asFarAsSeen }) => status === 'clean' && !asFarAsSeen),
      asFarAsSeen: count(({ asFarAsSeen }) => asFarAsSeen),
      blocked: count(({ status }) => status === 'blocked'),
      notApplicable: count(({ status }) => status === 'not-applicable'),
      failed: count(({ status }) => status === 'failed'),
    },
    ...(read.ok ? {} : { mistake: mistakeShown(read, FIELDS, say) }),
  };
}

function checkRow(
  { id, status, notSeen, reason, supersededBy = [] }: AnalyzerOutcome,
  analyzer: AnyAnalyzer | undefined,
): CheckRow {
  return {
    id,
    area: areaOf(id),
    title: analyzer?.title ?? id,
    status,
    asFarAsSeen: status === 'clean' && notSeen.length > 0,
    ...(reason === undefined ? {} : { reason }),
    notSeen: notSeen.map(({ fact, collect }) => collect?.title ?? fact),
    supersededBy: [...supersededBy],
  };
}

function filteredOf({ id, area, title, status, asFarAsSeen, reason = '', notSeen }: CheckRow) {
  const statuses = asFarAsSeen ? [status, 'as-far-as-seen'] : [status];
  return {
    texts: [id, title, reason, ...notSeen],
    fields: { status: statuses, area, input: notSeen, id },
  };
}

/** What a check judges, by what, and from which sources. */
export function checkPage(analyzer: AnyAnalyzer, page: string): CheckPage {
  const { id, title, why, severity, confidence, kinds = [], profiles = [], remediation, sources } = analyzer;
  const needs = Object.values(analyzer.needs as Record<string, AnyFact | OptionalFact<unknown>>);
  return {
    ...{ id, title, why, severity, confidence, page },
    kinds: [...kinds],
    profiles: [...profiles],
    inputs: needs.map((need) => {
      const { name, describes } = factOf(need);
      return { fact: name, describes, optional: 'optional' in need };
    }),
    messages: Object.values(analyzer.messages as Record<string, string>),
    steps: [...remediation.steps],
    commands: [...(remediation.commands ?? [])],
    links: remediation.links.map(({ label, href }, index) => ({ label, host: new URL(href).host, index })),
    sources: sources.map(({ document, date }) => ({ document, ...(date === undefined ? {} : { date }) })),
    because: (analyzer.because ?? []).map(({ of }) => of),
    supersedes: [...(analyzer.supersedes ?? [])],
  };
}
