import { groupPaths } from '../ingest/group-paths.ts';
import { DEFAULT_LIMITS } from '../ingest/limits.ts';
import { Watchdog } from '../run/watchdog.ts';
import type { LookAnswer, LookOptions, LookRequest } from './protocol.ts';
import { search } from './search.ts';
import { show } from './show.ts';

/** Looks into what a request names, in one reading. */
export async function look(request: LookRequest, options: LookOptions): Promise<LookAnswer> {
  const [source] = await groupPaths([request.path]);
  if (!source) throw new Error('A path is a source');
  const watchdog = new Watchdog({ ...DEFAULT_LIMITS, ...request.limits }, options.signal);
  const watched = { ...options, signal: watchdog.signal };
  try {
    if (request.look === 'search') return await search(source, request, watched);
    return { ok: true, end: await show(source, request, watched) };
  } finally {
    watchdog.end();
  }
}
