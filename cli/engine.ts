import { look } from '../engine/look/look.ts';
import { redactBundle } from '../engine/redact/bundle/redact-bundle.ts';
import { answers, joinAnswers } from '../engine/run/answer.ts';
import type { EngineProgress } from '../engine/run/protocol.ts';
import { redactionNotes, type RedactionNotes } from '../report/redaction-notes.ts';
import { loadDomain } from './domain.ts';
import type { EngineCall, EngineMessage } from './engine-call.ts';
import { roadToParent } from './parent-road.ts';
import { givePart } from './part-pipe.ts';
import { say } from './say.ts';

/** The engine of a command: one call comes in, progress and one answer go out, as plain data. */
const abort = new AbortController();
const post = roadToParent<EngineCall | { type: 'cancel' }, EngineMessage<unknown>>((message) => {
  if (message.type !== 'cancel') return void serve(message);
  post({ type: 'stopping' });
  abort.abort();
});

async function serve(call: EngineCall): Promise<void> {
  try {
    post({ type: 'answer', answer: await answerTo(call) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = error instanceof Error ? error.message : String(error);
    post({ type: 'error', reason, ...(typeof code === 'string' ? { code } : {}) });
  }
}

async function answerTo(call: EngineCall): Promise<unknown> {
  const options = {
    signal: abort.signal,
    onProgress: (progress: EngineProgress) => post({ type: 'progress', progress }),
  };
  if (call.type === 'redact') {
    const notes = (end: RedactionNotes): string => redactionNotes(end, say);
    return redactBundle(call.request, loadDomain(), { ...options, notes });
  }
  if (call.type === 'look') return look(call.request, { ...options, give: givePart });
  // Each source is handed over when it is done: what is there already outlives the engine.
  const given = answers(call.request, loadDomain(), { ...options, onEntries: givePart });
  for await (const answer of given) post({ type: 'source', answer });
  return joinAnswers([]);
}
