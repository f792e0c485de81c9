import type { Domain, Problem, Report } from '../api/index.ts';
import { groupPaths } from '../ingest/group-paths.ts';
import type { Source } from '../ingest/source.ts';
import { relativeTo } from './bundles.ts';
import type { OpenedSource } from './open-source.ts';
import { nameOf, openSources } from './open-sources.ts';
import type {
  EngineAnswer,
  EngineProgress,
  EngineRequest,
  EntryRow,
  FactRow,
  SourceEnd,
} from './protocol.ts';

export interface AnswerOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EngineProgress) => void;
}

/** Opens all that a request names, one after the other, and answers in plain data. */
export async function answer(
  request: EngineRequest,
  domain: Domain,
  options: AnswerOptions = {},
): Promise<EngineAnswer> {
  const sources = await groupPaths(request.paths);
  return answerSources(sources, request, domain, options);
}

/** The same for sources that are at hand already. */
export async function answerSources(
  sources: readonly Source[],
  request: Omit<EngineRequest, 'paths'>,
  domain: Domain,
  { signal, onProgress }: AnswerOptions = {},
): Promise<EngineAnswer> {
  const { command } = request;
  const reports: Report[] = [];
  const ends: SourceEnd[] = [];
  const entries: EntryRow[] = [];
  const facts: FactRow[] = [];
  const opened = openSources(sources, request, domain, {
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  for await (const one of opened) {
    reports.push(...one.bundles.map(({ report }) => report));
    ends.push(sourceEnd(one));
    if (command === 'entries') entries.push(...entryRows(one));
    if (command === 'facts') facts.push(...factRows(one, request.factName));
  }
  // Opening stops at a cancel: what comes after it was not looked at, and must not pass for read.
  for (const source of sources.slice(ends.length)) ends.push(leftOut(source));
  return {
    reports: command === 'analyze' ? reports : [],
    sources: ends,
    ...(command === 'entries' ? { entries } : {}),
    ...(command === 'facts' ? { facts } : {}),
  };
}

/** A source that a cancel came before. */
function leftOut(source: Source): SourceEnd {
  return {
    name: nameOf(source),
    opened: true,
    ended: 'cancelled',
    recognised: false,
    entries: 0,
    reportCount: 0,
    problems: [],
  };
}

/** How one source fared, in plain data. */
export function sourceEnd({ end, collected, bundles }: OpenedSource): SourceEnd {
  const { name, opened, ended, problem } = end;
  const problems: readonly Problem[] = collected.problems;
  return {
    name,
    opened,
    ended,
    recognised: bundles.length > 0 && !isLocked(collected),
    ...(problem ? { problem } : {}),
    entries: collected.entries.length,
    reportCount: bundles.length,
    problems,
  };
}

/** Names may tell what a bundle is although no content of it could be read. */
function isLocked({ entries }: OpenedSource['collected']): boolean {
  const files = entries.filter(({ kind, holds }) => kind === 'file' && holds !== 'members');
  return files.length > 0 && files.every(({ unread }) => unread);
}

/** Every entry of a source, and the facts that read it. */
export function entryRows({ collected, bundles }: OpenedSource): readonly EntryRow[] {
  const factsOf = new Map<string, string[]>();
  for (const { bundle, outcomes } of bundles) {
    for (const [fact, outcome] of outcomes) {
      if (outcome.status !== 'known' || fact.plan.kind === 'derived') continue;
      for (const entry of outcome.entries) {
        const full = bundle.root === '' ? entry : `${bundle.root}/${entry}`;
        factsOf.set(full, [...(factsOf.get(full) ?? []), fact.name]);
      }
    }
  }
  return collected.entries.map((entry) => {
    const home =
      bundles.length > 1 ? bundles.find(({ bundle }) => relativeTo(bundle.root, entry.path)) : undefined;
    const facts = factsOf.get(entry.path);
    return {
      ...(home ? { bundle: home.bundle.root } : {}),
      path: entry.path,
      kind: entry.holds === 'members' ? 'archive' : entry.kind,
      size: entry.size,
      ...(entry.modified ? { modified: entry.modified.toISOString() } : {}),
      ...(entry.linkTarget === undefined ? {} : { linkTarget: entry.linkTarget }),
      ...(facts ? { fact: facts.sort().join(', ') } : {}),
    };
  });
}

function factRows({ bundles }: OpenedSource, wanted: string | undefined): readonly FactRow[] {
  return bundles.flatMap(({ report, outcomes }) =>
    [...outcomes]
      .filter(([fact]) => wanted === undefined || fact.name === wanted)
      .map(([fact, outcome]): FactRow => {
        const known = outcome.status === 'known';
        return {
          bundle: report.bundle.root === '' ? report.bundle.name : report.bundle.root,
          name: fact.name,
          status: outcome.status,
          ...(known ? { value: plain(outcome.value) } : {}),
          entries: known ? outcome.entries : [],
          problems: outcome.problems,
          notSeen: known ? [] : outcome.missing,
        };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

/** Maps become lists of pairs and getters values, so that the answer can cross a process and be printed. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, one]) => ({ key: plain(key), value: plain(one) }));
  if (value instanceof Set) return [...value].map(plain);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
