import type { AnyAnalyzer, Domain, Finding } from '../api/index.ts';
import { PathTable } from '../columns/path-table.ts';
import type { EntrySink } from '../ingest/entry-sink.ts';
import { ingest } from '../ingest/ingest.ts';
import { limitOf } from '../ingest/ingest-stop.ts';
import { codeOf, DEFAULT_LIMITS } from '../ingest/limits.ts';
import type { Source } from '../ingest/source.ts';
import { Collector } from './collector.ts';
import { isCompared } from './fact-excerpts.ts';
import { openSource, type OpenedSource } from './open-source.ts';
import { planFor } from './plan.ts';
import type { EngineProgress, EngineRequest } from './protocol.ts';
import { refuseCircles } from './roots.ts';
import { judgingBy, NO_SETTINGS } from './settings.ts';
import { Watchdog } from './watchdog.ts';

export interface OpenSourcesOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EngineProgress) => void;
  /** Findings while it is still read, all that hold by then; told now and then, each time anew. */
  readonly onProvisional?: (findings: readonly Finding[]) => void;
  /** Takes all content as it goes by, for viewing and search. */
  readonly keep?: EntrySink;
  /** What a path is called, where it lies under a number. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Opens sources one after the other and judges what lies in them, by the analyzers that the request asks. */
export async function* openSources(
  sources: readonly Source[],
  { command, only, skip, profile, settings, limits: given, password }: Omit<EngineRequest, 'paths'>,
  domain: Domain,
  { signal, onProgress, ...options }: OpenSourcesOptions = {},
): AsyncGenerator<OpenedSource> {
  refuseCircles(domain.analyzers);
  const isAsked = (one: AnyAnalyzer): boolean =>
    (only.length === 0 || isNamed(only, one)) && !isNamed(skip, one);
  const analyzers = command === 'facts' || command === 'entries' ? [] : domain.analyzers.filter(isAsked);
  const judging = judgingBy(domain, settings ?? NO_SETTINGS);
  const plan = planFor(
    domain,
    analyzers,
    domain.facts.filter((fact) => command !== 'analyze' || isCompared(fact) || fact.identities !== undefined),
  );
  const limits = { ...DEFAULT_LIMITS, ...given };
  const watchdog = new Watchdog(limits, signal);
  const open = {
    ingest,
    domain,
    plan,
    analyzers,
    profile,
    judging,
    limits,
    ...(password ? { password } : {}),
    ...options,
  };
  try {
    for (const source of sources) {
      const name = nameOf(source);
      if (watchdog.signal.aborted)
        yield leftOut(name, watchdog.signal, new Collector(plan, limits, new PathTable()));
      else
        yield await openSource(source, {
          ...open,
          signal: watchdog.signal,
          ...(onProgress ? { onProgress: (progress) => onProgress({ ...progress, source: name }) } : {}),
        });
    }
  } finally {
    watchdog.end();
  }
}

/** A source that a cancel or a limit of the run came before: it was not looked at, and must not pass for read. */
function leftOut(name: string, signal: AbortSignal, collector: Collector): OpenedSource {
  const reached = limitOf(signal);
  if (reached) collector.problem({ code: codeOf(reached.limit), detail: reached.message });
  const ended = reached ? 'limit' : 'cancelled';
  return {
    end: { name, sha256: '', bytes: 0, ended, entriesMissing: true, opened: true },
    collected: collector.collected(),
    bundles: [],
  };
}

function isNamed(ids: readonly string[], { id, aliases = [] }: AnyAnalyzer): boolean {
  return ids.includes(id) || aliases.some((alias) => ids.includes(alias));
}

/** What a source is called while it is read. */
export function nameOf(source: Source): string {
  if (source.kind === 'path') return source.path;
  return source.kind === 'loose' ? (source.paths[0] ?? '') : source.name;
}
