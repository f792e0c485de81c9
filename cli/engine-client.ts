import { Worker } from 'node:worker_threads';

import type { LookAnswer, LookPart, LookRequest } from '../engine/look/protocol.ts';
import type { EngineAnswer, EngineProgress, EngineRequest } from '../engine/run/protocol.ts';
import { PartGate } from './part-gate.ts';

export interface EngineHandlers {
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly signal?: AbortSignal;
}

export interface LookHandlers extends EngineHandlers {
  /** Takes parts one after the other; false where no more is wanted. */
  readonly onPart: (part: LookPart) => Promise<boolean>;
}

/** What goes to the engine first. */
export type EngineCall =
  | { readonly type: 'request'; readonly request: EngineRequest }
  | { readonly type: 'look'; readonly request: LookRequest; readonly gate: SharedArrayBuffer };

export type EngineMessage<Answer> =
  | { readonly type: 'progress'; readonly progress: EngineProgress }
  | { readonly type: 'part'; readonly part: LookPart }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'error'; readonly reason: string };

/** Time that a cancelled engine has to hand over what it read. */
const CANCEL_MILLISECONDS = 3_000;
/** The engine's heap is bounded, so that hostile input ends the worker and not the machine. */
const HEAP_MEBIBYTES = 1_024;

/** Asks the engine in its own thread. Rejects where the engine itself failed or died. */
export function askEngine(request: EngineRequest, handlers: EngineHandlers = {}): Promise<EngineAnswer> {
  const cancelled: EngineAnswer = { reports: [], sources: [cancelledSource(request)] };
  const readsStandardInput = request.paths.includes('-');
  return callEngine({ type: 'request', request }, { readsStandardInput, cancelled, handlers });
}

/** Shows or searches in the engine's thread. Parts are taken in their order, and the engine waits for who takes them. */
export async function lookInto(request: LookRequest, handlers: LookHandlers): Promise<LookAnswer> {
  const gate = new PartGate();
  handlers.signal?.addEventListener('abort', () => gate.stop());
  let taken: Promise<void> = Promise.resolve();
  const take = async (part: LookPart): Promise<void> => {
    if (!gate.isStopped && !(await handlers.onPart(part))) gate.stop();
    gate.leave();
  };
  const name = request.path;
  const cancelled: LookAnswer = {
    ok: true,
    end: { name, opened: true, ended: 'cancelled', problems: [], entries: 0, lines: 0 },
  };
  const answer = await callEngine<LookAnswer>(
    { type: 'look', request, gate: gate.shared },
    {
      readsStandardInput: name === '-',
      cancelled,
      handlers: { ...handlers, onPart: (part) => void (taken = taken.then(() => take(part))) },
    },
  );
  await taken;
  return answer;
}

interface CallOptions<Answer> {
  readonly readsStandardInput: boolean;
  /** The answer where a cancelled engine gives none in time. */
  readonly cancelled: Answer;
  readonly handlers: EngineHandlers & { readonly onPart?: (part: LookPart) => void };
}

async function callEngine<Answer>(
  call: EngineCall,
  { readsStandardInput, cancelled, handlers }: CallOptions<Answer>,
): Promise<Answer> {
  const name = import.meta.url.endsWith('.ts') ? './engine-worker.ts' : './engine-worker.js';
  const worker = new Worker(new URL(name, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEBIBYTES },
    stdin: readsStandardInput,
  });
  // A thread has no standard input of its own: it is given this one's.
  if (readsStandardInput && worker.stdin) process.stdin.pipe(worker.stdin);
  const { signal, onProgress, onPart } = handlers;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.on('message', (message: EngineMessage<Answer>) => {
        if (message.type === 'progress') onProgress?.(message.progress);
        else if (message.type === 'part') onPart?.(message.part);
        else if (message.type === 'answer') resolve(message.answer);
        else reject(new Error(message.reason));
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the engine ended with code ${code}`)));
      signal?.addEventListener('abort', () => {
        worker.postMessage({ type: 'cancel' });
        setTimeout(() => resolve(cancelled), CANCEL_MILLISECONDS).unref();
      });
      worker.postMessage(call);
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
