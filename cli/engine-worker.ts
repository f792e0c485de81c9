import { parentPort } from 'node:worker_threads';

import { look } from '../engine/look/look.ts';
import { answers, joinAnswers } from '../engine/run/answer.ts';
import type { EngineProgress } from '../engine/run/protocol.ts';
import type { EngineCall, EngineMessage } from './engine-call.ts';
import { loadDomain } from './domain.ts';
import { PartGate } from './part-gate.ts';

/** The engine in a thread that can be ended: requests come in, progress and one answer go out, as plain data. */
const port = parentPort;
const abort = new AbortController();
const post = (message: EngineMessage<unknown>): void => port?.postMessage(message);

port?.on('message', (message: EngineCall | { type: 'cancel' }) => {
  if (message.type !== 'cancel') return void serve(message);
  post({ type: 'stopping' });
  abort.abort();
});

async function serve(call: EngineCall): Promise<void> {
  try {
    post({ type: 'answer', answer: await answerTo(call) });
  } catch (error) {
    post({ type: 'error', reason: error instanceof Error ? error.message : String(error) });
  }
}

async function answerTo(call: EngineCall): Promise<unknown> {
  const options = {
    signal: abort.signal,
    onProgress: (progress: EngineProgress) => post({ type: 'progress', progress }),
  };
  if (call.type === 'look') {
    const gate = new PartGate(call.gate);
    return look(call.request, {
      ...options,
      give(part) {
        post({ type: 'part', part });
        return gate.enter();
      },
    });
  }
  // Each source is handed over when it is done: what is there already outlives the engine.
  for await (const answer of answers(call.request, loadDomain(), options)) post({ type: 'source', answer });
  return joinAnswers([]);
}
