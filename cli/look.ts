import type { LookAnswer, LookEnd, LookPart, LookRequest } from '../engine/look/protocol.ts';
import { visibleLine } from '../report/escape.ts';
import { locked } from '../workspace/complaints.ts';
import { showProgress } from './ask.ts';
import { lookInto } from './engine-client.ts';
import { EXIT } from './exit-code.ts';
import { complain } from './output.ts';
import { say } from './say.ts';

/** Looks into a source; Ctrl+C stops it. A reader of the output that went away stops it too, and is no fault. */
export async function lookAt(
  request: LookRequest,
  onPart: (part: LookPart) => Promise<void>,
): Promise<LookAnswer> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.on('SIGINT', stop);
  // What is found goes to the same terminal: one line of progress would stand in its way.
  const showsProgress = process.stderr.isTTY && !process.stdout.isTTY;
  try {
    return await lookInto(request, {
      signal: abort.signal,
      ...(showsProgress ? { onProgress: showProgress } : {}),
      async onPart(part) {
        await onPart(part);
        return process.stdout.writable;
      },
    });
  } finally {
    process.off('SIGINT', stop);
    if (showsProgress) process.stderr.write('\r\u001b[K');
  }
}

/** Says what went wrong while a source was read, and gives the exit code of that; 0 where nothing did. */
export function complainOf({
  name,
  opened,
  ended,
  problem,
  problems,
  entries,
}: Omit<LookEnd, 'lines'>): number {
  if (!opened) {
    const detail = visibleLine(problem?.detail ?? name);
    complain(say(problem?.code === 'malformed-file' ? 'error.empty' : 'error.notOpened', { detail }));
    return EXIT.nothing;
  }
  for (const sentence of locked({ name, problems }, say)) complain(visibleLine(sentence));
  if (ended === 'cancelled') {
    complain(say('look.cancelled'));
    return EXIT.interrupted;
  }
  const detailOf = (wanted: (code: string) => boolean): string =>
    visibleLine(problems.find(({ code, at }) => wanted(code) && (at?.entry ?? '') === '')?.detail ?? '');
  if (ended === 'limit') {
    complain(say('look.limit', { name, detail: detailOf((code) => code.startsWith('limit-')) }));
    return EXIT.limit;
  }
  const unsupported = detailOf((code) => code === 'unsupported');
  if (entries === 0 && unsupported !== '') {
    complain(say('error.unsupported', { detail: unsupported }));
    return EXIT.nothing;
  }
  if (ended === 'complete') return EXIT.done;
  const damage = ['truncated', 'damaged', 'checksum-mismatch'];
  complain(say('look.damaged', { name, detail: detailOf((code) => damage.includes(code)) }));
  return EXIT.damaged;
}
