import { groupPaths } from '../ingest/group-paths.ts';
import type { LookAnswer, LookOptions, LookRequest } from './protocol.ts';
import { search } from './search.ts';
import { show } from './show.ts';

/** Looks into what a request names, in one reading. */
export async function look(request: LookRequest, options: LookOptions): Promise<LookAnswer> {
  const [source] = await groupPaths([request.path]);
  if (!source) throw new Error('A path is a source');
  if (request.look === 'search') return search(source, request, options);
  return { ok: true, end: await show(source, request, options) };
}
