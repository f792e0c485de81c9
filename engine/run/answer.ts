import type { Domain, Problem } from '../api/index.ts';
import { groupPaths } from '../ingest/group-paths.ts';
import type { Source } from '../ingest/source.ts';
import { relativeTo } from './bundles.ts';
import type { OpenedSource } from './open-source.ts';
import { openSources } from './open-sources.ts';
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
  /** With `entries` and `compare`: takes the rows some at a time, for there may be a million; false where no more are wanted. */
  readonly onEntries?: (rows: readonly EntryRow[]) => boolean;
}

/** Opens all that a request names, one after the other, and answers for each in plain data. */
export async function* answers(
  request: EngineRequest,
  domain: Domain,
  options: AnswerOptions = {},
): AsyncGenerator<EngineAnswer> {
  yield* answersFor(await groupPaths(request.paths), request, domain, options);
}

/** The same for sources that are at hand already, in one. */
export async function answerSources(
  sources: readonly Source[],
  request: Omit<EngineRequest, 'paths'>,
  domain: Domain,
  options: AnswerOptions = {},
): Promise<EngineAnswer> {
  const parts: EngineAnswer[] = [];
  for await (const part of answersFor(sources, request, domain, options)) parts.push(part);
  return joinAnswers(parts);
}

async function* answersFor(
  sources: readonly Source[],
  request: Omit<EngineRequest, 'paths'>,
  domain: Domain,
  options: AnswerOptions,
): AsyncGenerator<EngineAnswer> {
  const { command, factName } = request;
  for await (const one of openSources(sources, request, domain, options)) {
    const gives = (part: EngineRequest['command']): boolean => command === part || command === 'compare';
    if (gives('entries') && options.onEntries) giveInPieces(entryRows(one), options.onEntries);
    yield {
      reports: gives('analyze') ? one.bundles.map(({ report }) => report) : [],
      sources: [sourceEnd(one)],
      ...(gives('facts') ? { facts: factRows(one, factName) } : {}),
    };
  }
}

/** Rows that are given at a time. */
const PIECE = 1_000;

function giveInPieces(rows: Iterable<EntryRow>, give: (rows: readonly EntryRow[]) => boolean): void {
  let piece: EntryRow[] = [];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < PIECE) continue;
    if (!give(piece)) return;
    piece = [];
  }
  give(piece);
}

/** One answer of those for several sources. */
export function joinAnswers(parts: readonly EngineAnswer[]): EngineAnswer {
  const fault = parts.find((part) => part.fault !== undefined)?.fault;
  return {
    reports: parts.flatMap(({ reports }) => reports),
    sources: parts.flatMap(({ sources }) => sources),
    ...(parts.some(({ facts }) => facts) ? { facts: parts.flatMap(({ facts = [] }) => facts) } : {}),
    ...(fault === undefined ? {} : { fault }),
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
  let files = 0;
  for (const { kind, holds, unread } of entries) {
    if (kind !== 'file' || holds === 'members') continue;
    if (!unread) return false;
    files++;
  }
  return files > 0;
}

/** Every entry of a source, and the facts that read it. */
export function* entryRows({ collected, bundles }: OpenedSource): Generator<EntryRow> {
  const factsOf = new Map<string, string[]>();
  for (const { bundle, outcomes } of bundles) {
    for (const [fact, outcome] of outcomes) {
      if (outcome.status !== 'known' || fact.plan.kind === 'derived' || fact.looksEverywhere) continue;
      for (const entry of outcome.entries) {
        const full = bundle.root === '' ? entry : `${bundle.root}/${entry}`;
        factsOf.set(full, [...(factsOf.get(full) ?? []), fact.name]);
      }
    }
  }
  for (const entry of collected.entries) {
    const home =
      bundles.length > 1 ? bundles.find(({ bundle }) => relativeTo(bundle.root, entry.path)) : undefined;
    const facts = factsOf.get(entry.path);
    yield {
      ...(home ? { bundle: home.bundle.root } : {}),
      path: entry.path,
      kind: entry.holds === 'members' ? 'archive' : entry.kind,
      size: entry.size,
      ...(entry.modified === undefined ? {} : { modified: new Date(entry.modified).toISOString() }),
      ...(entry.linkTarget === undefined ? {} : { linkTarget: entry.linkTarget }),
      ...(facts ? { fact: facts.sort().join(', ') } : {}),
    };
  }
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
