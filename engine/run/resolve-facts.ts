import {
  factOf,
  NotCollectedError,
  UnreadableError,
  type AnyFact,
  type DerivedPlan,
  type EntriesPlan,
  type EntryInfo,
  type EntryPath,
  type FactOutcome,
  type LinesPlan,
  type Note,
  type NotSeen,
  type OptionalFact,
  type Problem,
  type TextEntry,
  type TextPlan,
  type TextsPlan,
} from '../api/index.ts';
import type { BundleContent } from './bundle-content.ts';
import { freezeDeep } from './freeze.ts';
import { placesFitter } from './places.ts';
import { placesIn } from './plan.ts';

export type FactOutcomes = ReadonlyMap<AnyFact, FactOutcome<unknown>>;

/** Turns what was kept of a bundle into facts. One parser that throws makes its fact unreadable, nothing else. */
export function resolveFacts(facts: readonly AnyFact[], content: BundleContent): FactOutcomes {
  const outcomes = new Map<AnyFact, FactOutcome<unknown>>();
  for (const fact of facts) outcomes.set(fact, resolveFact(fact, content, outcomes));
  return outcomes;
}

function resolveFact(fact: AnyFact, content: BundleContent, outcomes: FactOutcomes): FactOutcome<unknown> {
  switch (fact.plan.kind) {
    case 'text':
      return resolveText(fact, fact.plan, content);
    case 'texts':
      return resolveTexts(fact, fact.plan, content);
    case 'lines':
      return resolveLines(fact, fact.plan, content);
    case 'entries':
      return resolveEntries(fact, fact.plan, content);
    case 'derived':
      return resolveDerived(fact, fact.plan, outcomes);
  }
}

type Attempt<Value> =
  | { readonly status: 'known'; readonly value: Value; readonly problems: readonly Problem[] }
  | {
      readonly status: 'absent' | 'unreadable';
      readonly reason: string;
      readonly problems: readonly Problem[];
    };

/** Runs one parser; the rim at which its exceptions become data. */
function attempt<Value>(
  fact: AnyFact,
  entry: EntryPath | undefined,
  run: (note: Note) => Value,
): Attempt<Value> {
  const problems: Problem[] = [];
  const at = entry === undefined ? {} : { at: { entry } };
  try {
    const value = run((problem) => void problems.push(problem));
    return { status: 'known', value: freezeDeep(value), problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof NotCollectedError) return { status: 'absent', reason, problems };
    const code = error instanceof UnreadableError ? 'malformed-file' : 'parser-threw';
    const detail = code === 'parser-threw' ? `${fact.name}: ${reason}` : reason;
    return { status: 'unreadable', reason: detail, problems: [...problems, { code, detail, ...at }] };
  }
}

function resolveText(fact: AnyFact, plan: TextPlan<unknown>, content: BundleContent): FactOutcome<unknown> {
  const { texts, problems: linkProblems } = content.textsFor(fact);
  const problems = [...linkProblems];
  let missing: NotSeen | undefined;
  for (const [index, { entry, damaged }] of texts.entries()) {
    const tried = attempt(fact, entry.path, (note) => plan.parse(entry, note));
    problems.push(...tried.problems);
    if (tried.status === 'known') {
      if (plan.identity)
        problems.push(...disagreements(fact, plan, { entry, value: tried.value }, texts.slice(index + 1)));
      if (entry.cut) problems.push(cutProblem(entry));
      return {
        status: 'known',
        value: tried.value,
        entries: [entry.path],
        partial: entry.cut || damaged,
        problems,
      };
    }
    const status = damaged ? 'not-read' : tried.status;
    missing ??= { ...notSeen(fact, content, plan), status, reason: tried.reason };
  }
  missing ??= notSeen(fact, content, plan);
  return { status: missing.status === 'partial' ? 'absent' : missing.status, missing: [missing], problems };
}

function disagreements(
  fact: AnyFact,
  plan: TextPlan<unknown>,
  first: { readonly entry: TextEntry; readonly value: unknown },
  others: readonly { readonly entry: TextEntry }[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const parts = plan.identity?.(first.value) ?? [];
  for (const { entry } of others) {
    const other = attempt(fact, entry.path, (note) => plan.parse(entry, note));
    if (other.status !== 'known') continue;
    for (const part of plan.identity?.(other.value) ?? []) {
      const mine = parts.find(({ what }) => what === part.what);
      if (!mine || mine.value === part.value) continue;
      const detail = `${part.what} is ${mine.value} in ${mine.at.entry}:${mine.at.line} and ${part.value} in ${part.at.entry}:${part.at.line}; the first counts`;
      problems.push({
        code: 'disagreeing-sources',
        detail,
        at: { entry: part.at.entry, line: part.at.line },
      });
    }
  }
  return problems;
}

function resolveTexts(fact: AnyFact, plan: TextsPlan<unknown>, content: BundleContent): FactOutcome<unknown> {
  const { texts, problems } = content.textsFor(fact);
  const [first] = texts;
  const entries = texts.map(({ entry }) => entry).sort((a, b) => (a.path < b.path ? -1 : 1));
  if (!first)
    return {
      status: notSeen(fact, content, plan).status as 'absent',
      missing: [notSeen(fact, content, plan)],
      problems,
    };
  const tried = attempt(fact, first.entry.path, (note) => plan.parse(entries, note));
  const all = [...problems, ...tried.problems, ...entries.filter((entry) => entry.cut).map(cutProblem)];
  if (tried.status !== 'known') {
    const missing = { ...notSeen(fact, content, plan), status: tried.status, reason: tried.reason };
    return { status: tried.status, missing: [missing], problems: all };
  }
  const partial =
    texts.some(({ entry, damaged }) => entry.cut || damaged) || content.unreadBecause(fact) !== undefined;
  return {
    status: 'known',
    value: tried.value,
    entries: entries.map(({ path }) => path),
    partial,
    problems: all,
  };
}

function resolveLines(
  fact: AnyFact,
  plan: LinesPlan<unknown, unknown>,
  content: BundleContent,
): FactOutcome<unknown> {
  const lines = content.linesFor(fact);
  if (!lines) {
    const missing = notSeen(fact, content, plan);
    return { status: missing.status as 'absent', missing: [missing], problems: [] };
  }
  const entries = [...new Set(lines.entries.map(({ path }) => path))].sort();
  const tried = attempt(fact, entries[0], () => plan.finish(lines.state));
  if (tried.status === 'known') {
    const partial = lines.cut || content.unreadBecause(fact) !== undefined;
    return { status: 'known', value: tried.value, entries, partial, problems: tried.problems };
  }
  const missing = { ...notSeen(fact, content, plan), status: tried.status, reason: tried.reason };
  return { status: tried.status, missing: [missing], problems: tried.problems };
}

function resolveEntries(
  fact: AnyFact,
  plan: EntriesPlan<unknown>,
  content: BundleContent,
): FactOutcome<unknown> {
  const places = placesIn(plan.from, content.kind);
  const fits = placesFitter(places);
  const found = (): IteratorObject<EntryInfo> => content.entries().filter(({ path }) => fits(path));
  const missing = notSeen(fact, content, plan);
  if (places.length === 0 || found().next().done)
    return { status: missing.status as 'absent', missing: [missing], problems: [] };
  const tried = attempt(fact, undefined, (note) => plan.read(found(), note));
  if (tried.status === 'known') {
    return { status: 'known', value: tried.value, entries: [], partial: false, problems: tried.problems };
  }
  return { status: tried.status, missing: [{ ...missing, reason: tried.reason }], problems: tried.problems };
}

function resolveDerived(
  fact: AnyFact,
  plan: DerivedPlan<any, unknown>,
  outcomes: FactOutcomes,
): FactOutcome<unknown> {
  const needs = Object.entries(plan.needs as Record<string, AnyFact | OptionalFact<unknown>>);
  const values: Record<string, unknown> = {};
  const entries = new Set<EntryPath>();
  const missing: NotSeen[] = [];
  let partial = false;
  let blocked = false;
  for (const [key, need] of needs) {
    const outcome = outcomes.get(factOf(need));
    if (outcome?.status === 'known') {
      values[key] = outcome.value;
      partial ||= outcome.partial;
      for (const entry of outcome.entries) entries.add(entry);
    } else {
      missing.push(...(outcome?.missing ?? []));
      blocked ||= !('optional' in need);
    }
  }
  if (blocked) return { status: 'absent', missing, problems: [] };
  const tried = attempt(fact, undefined, (note) => plan.derive(values, note));
  if (tried.status === 'known') {
    return {
      status: 'known',
      value: tried.value,
      entries: [...entries].sort(),
      partial,
      problems: tried.problems,
    };
  }
  const lookedIn = [...new Set(missing.flatMap((one) => one.lookedIn))];
  const notRead = missing.some(({ status }) => status === 'not-read');
  const status = tried.status === 'absent' && notRead ? 'not-read' : tried.status;
  const own: NotSeen = { fact: fact.name, status, lookedIn, reason: tried.reason };
  return {
    status: tried.status,
    // A fact that says how it is collected speaks for those it is made of.
    missing: fact.collect ? [{ ...own, collect: fact.collect }] : missing.length > 0 ? missing : [own],
    problems: tried.problems,
  };
}

/** What to say of a fact that is not there: absent, or, after damage or behind a password, not read. */
function notSeen(
  fact: AnyFact,
  content: BundleContent,
  plan: { readonly from: TextPlan<unknown>['from'] },
): NotSeen {
  const reason = content.unreadBecause(fact) ?? content.incomplete;
  return {
    fact: fact.name,
    status: reason === undefined ? 'absent' : 'not-read',
    lookedIn: placesIn(plan.from, content.kind),
    ...(fact.collect ? { collect: fact.collect } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

function cutProblem(entry: TextEntry): Problem {
  const detail = `Only the beginning of ${entry.path} was kept`;
  return { code: 'text-cut', detail, at: { entry: entry.path } };
}
