import type { AnyAnalyzer, Domain, Finding } from '../api/index.ts';
import type { EntrySink } from '../ingest/entry-sink.ts';
import { ingest } from '../ingest/ingest.ts';
import { DEFAULT_LIMITS } from '../ingest/limits.ts';
import type { Source } from '../ingest/source.ts';
import { isCompared } from './fact-excerpts.ts';
import { openSource, type OpenedSource } from './open-source.ts';
import { planFor } from './plan.ts';
import type { EngineProgress, EngineRequest } from './protocol.ts';
import { refuseCircles } from './roots.ts';
import { judgingBy, NO_SETTINGS } from './settings.ts';

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
  { command, only, skip, profile, settings, limits, password }: Omit<EngineRequest, 'paths'>,
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
    domain.facts.filter((fact) => command !== 'analyze' || isCompared(fact)),
  );
  for (const source of sources) {
    if (signal?.aborted) break;
    const name = nameOf(source);
    yield await openSource(source, {
      ingest,
      domain,
      plan,
      analyzers,
      profile,
      judging,
      limits: { ...DEFAULT_LIMITS, ...limits },
      ...(password ? { password } : {}),
      ...options,
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress: (progress) => onProgress({ ...progress, source: name }) } : {}),
    });
  }
}

function isNamed(ids: readonly string[], { id, aliases = [] }: AnyAnalyzer): boolean {
  return ids.includes(id) || aliases.some((alias) => ids.includes(alias));
}

/** What a source is called while it is read. */
export function nameOf(source: Source): string {
  if (source.kind === 'path') return source.path;
  return source.kind === 'loose' ? (source.paths[0] ?? '') : source.name;
}
