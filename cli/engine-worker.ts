import { parentPort } from 'node:worker_threads';

import { look } from '../engine/look/look.ts';
import { answer } from '../engine/run/answer.ts';
import type { EngineCall } from './engine-client.ts';
import { loadDomain } from './domain.ts';
import { PartGate } from './part-gate.ts';

/** The engine in a thread that can be ended: requests come in, progress and one answer go out, as plain data. */
const port = parentPort;
const abort = new AbortController();

port?.on('message', (message: EngineCall | { type: 'cancel' }) => {
  if (message.type === 'cancel') abort.abort();
  else void serve(message);
});

async function serve(call: EngineCall): Promise<void> {
  const options = {
    signal: abort.signal,
    onProgress: (progress: object) => port?.postMessage({ type: 'progress', progress }),
  };
  try {
    port?.postMessage({ type: 'answer', answer: await answerTo(call, options) });
  } catch (error) {
    port?.postMessage({ type: 'error', reason: error instanceof Error ? error.message : String(error) });
  }
}

async function answerTo(call: EngineCall, options: Parameters<typeof answer>[2]): Promise<unknown> {
  if (call.type === 'request') return answer(call.request, loadDomain(), options);
  const gate = new PartGate(call.gate);
  return look(call.request, {
    ...options,
    give(part) {
      port?.postMessage({ type: 'part', part });
      return gate.enter();
    },
  });
}
