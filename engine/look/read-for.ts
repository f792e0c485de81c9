import type { Problem } from '../api/index.ts';
import type { EntrySink } from '../ingest/entry-sink.ts';
import { ingest } from '../ingest/ingest.ts';
import { DEFAULT_LIMITS } from '../ingest/limits.ts';
import type { Source } from '../ingest/source.ts';
import { nameOf } from '../run/open-sources.ts';
import type { LookEnd, LookOptions, LookRequest } from './protocol.ts';

/** A sink that may have had enough. */
export interface LookSink extends Omit<EntrySink, 'problem'> {
  readonly hasEnough: boolean;
}

/** Problems of one source that are told. */
const MOST_PROBLEMS = 1_000;

/** Reads a source into a sink until its end, or until the sink has enough. */
export async function readFor(
  source: Source,
  sink: LookSink,
  { limits, password }: LookRequest,
  { signal, onProgress }: LookOptions,
): Promise<Omit<LookEnd, 'lines' | 'shown'>> {
  const enough = new AbortController();
  const problems: Problem[] = [];
  let entries = 0;
  const stopWhenEnough = (): void => {
    if (sink.hasEnough) enough.abort();
  };
  const end = await ingest(
    source,
    {
      begin(header) {
        entries++;
        const wants = sink.begin(header);
        stopWhenEnough();
        return wants;
      },
      chunk(bytes) {
        const wants = sink.chunk(bytes);
        stopWhenEnough();
        return wants;
      },
      end(state) {
        sink.end(state);
        stopWhenEnough();
      },
      problem: (problem) => void (problems.length < MOST_PROBLEMS && problems.push(problem)),
    },
    {
      limits: { ...DEFAULT_LIMITS, ...limits },
      ...(password ? { password } : {}),
      signal: signal ? AbortSignal.any([signal, enough.signal]) : enough.signal,
      ...(onProgress
        ? { onProgress: (progress) => onProgress({ ...progress, source: nameOf(source) }) }
        : {}),
    },
  );
  const { name, opened, problem } = end;
  const ended =
    end.ended === 'cancelled' && enough.signal.aborted && !signal?.aborted ? 'complete' : end.ended;
  return { name, opened, ended, problems, entries, ...(problem ? { problem } : {}) };
}
