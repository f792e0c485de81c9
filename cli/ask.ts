import type { EngineAnswer, EngineProgress, EngineRequest, EntryRow } from '../engine/run/protocol.ts';
import { visibleLine } from '../report/escape.ts';
import type { OnPart } from './engine-call.ts';
import { askEngine } from './engine-client.ts';
import { DEFAULT_WIDTH } from './output.ts';
import { say } from './say.ts';

const MEGABYTE = 1_000_000;

/** Asks the engine; Ctrl+C asks it to stop and hand over what it has. */
export async function ask(
  request: EngineRequest,
  onEntries?: OnPart<readonly EntryRow[]>,
): Promise<EngineAnswer> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  // Not `once`: a launcher passes on what the terminal has sent already.
  process.on('SIGINT', stop);
  try {
    return await askEngine(request, {
      signal: abort.signal,
      onProgress: showProgress,
      ...(onEntries ? { onEntries } : {}),
    });
  } finally {
    process.off('SIGINT', stop);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

/** One line that is written over itself. */
export function showProgress({ source, bytesRead, bytesTotal, entry }: EngineProgress): void {
  if (!process.stderr.isTTY) return;
  const percent = bytesTotal ? String(Math.floor((bytesRead / bytesTotal) * 100)) : 'none';
  const values = { name: source, percent, megabytes: Math.round(bytesRead / MEGABYTE), entry };
  const line = visibleLine(say('progress', values)).slice(0, (process.stderr.columns ?? DEFAULT_WIDTH) - 1);
  process.stderr.write(`\r\u001b[K${line}`);
}
