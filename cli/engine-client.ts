import { Worker } from 'node:worker_threads';

import type { EngineAnswer, EngineProgress, EngineRequest } from '../engine/run/protocol.ts';

export interface EngineHandlers {
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly signal?: AbortSignal;
}

type EngineMessage =
  | { readonly type: 'progress'; readonly progress: EngineProgress }
  | { readonly type: 'answer'; readonly answer: EngineAnswer }
  | { readonly type: 'error'; readonly reason: string };

/** Time that a cancelled engine has to hand over what it read. */
const CANCEL_MILLISECONDS = 3_000;
/** The engine's heap is bounded, so that hostile input ends the worker and not the machine. */
const HEAP_MEBIBYTES = 1_024;

/** Asks the engine in its own thread. Rejects where the engine itself failed or died. */
export async function askEngine(
  request: EngineRequest,
  handlers: EngineHandlers = {},
): Promise<EngineAnswer> {
  const name = import.meta.url.endsWith('.ts') ? './engine-worker.ts' : './engine-worker.js';
  const readsStandardInput = request.paths.includes('-');
  const worker = new Worker(new URL(name, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEBIBYTES },
    stdin: readsStandardInput,
  });
  // A thread has no standard input of its own: it is given this one's.
  if (readsStandardInput && worker.stdin) process.stdin.pipe(worker.stdin);
  const { signal, onProgress } = handlers;
  try {
    return await new Promise<EngineAnswer>((resolve, reject) => {
      worker.on('message', (message: EngineMessage) => {
        if (message.type === 'progress') onProgress?.(message.progress);
        else if (message.type === 'answer') resolve(message.answer);
        else reject(new Error(message.reason));
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the engine ended with code ${code}`)));
      signal?.addEventListener('abort', () => {
        worker.postMessage({ type: 'cancel' });
        setTimeout(
          () => resolve({ reports: [], sources: [cancelledSource(request)] }),
          CANCEL_MILLISECONDS,
        ).unref();
      });
      worker.postMessage({ type: 'request', request });
    });
  } finally {
    if (readsStandardInput) process.stdin.destroy();
    await worker.terminate();
  }
}

function cancelledSource({ paths }: EngineRequest): EngineAnswer['sources'][number] {
  const name = paths[0] ?? '';
  return {
    name,
    opened: true,
    ended: 'cancelled',
    recognised: false,
    entries: 0,
    reportCount: 0,
    problems: [],
  };
}
