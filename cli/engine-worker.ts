import { parentPort } from 'node:worker_threads';

import { answer } from '../engine/run/answer.ts';
import type { EngineRequest } from '../engine/run/protocol.ts';
import { loadDomain } from './domain.ts';

/** The engine in a thread that can be ended: requests come in, progress and one answer go out, as plain data. */
const port = parentPort;
const abort = new AbortController();

port?.on('message', (message: { type: 'request'; request: EngineRequest } | { type: 'cancel' }) => {
  if (message.type === 'cancel') abort.abort();
  else void serve(message.request);
});

async function serve(request: EngineRequest): Promise<void> {
  try {
    const result = await answer(request, loadDomain(), {
      signal: abort.signal,
      onProgress: (progress) => port?.postMessage({ type: 'progress', progress }),
    });
    port?.postMessage({ type: 'answer', answer: result });
  } catch (error) {
    port?.postMessage({ type: 'error', reason: error instanceof Error ? error.message : String(error) });
  }
}
