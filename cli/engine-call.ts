import { Worker } from 'node:worker_threads';

import type { LimitReached } from '../engine/ingest/ingest-stop.ts';
import { DEFAULT_LIMITS, type Limits } from '../engine/ingest/limits.ts';
import type { LookPart, LookRequest } from '../engine/look/protocol.ts';
import type { EngineAnswer, EngineProgress, EngineRequest } from '../engine/run/protocol.ts';
import { memoryIsUsed, timeIsUp } from '../engine/run/watchdog.ts';
import { say } from './say.ts';

/** What goes to the engine first. */
export type EngineCall =
  | { readonly type: 'request'; readonly request: EngineRequest }
  | { readonly type: 'look'; readonly request: LookRequest; readonly gate: SharedArrayBuffer };

export type EngineMessage<Answer> =
  | { readonly type: 'progress'; readonly progress: EngineProgress }
  | { readonly type: 'part'; readonly part: LookPart }
  /** One source is done, of those that a request names. */
  | { readonly type: 'source'; readonly answer: EngineAnswer }
  /** A cancel was heard. */
  | { readonly type: 'stopping' }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'error'; readonly reason: string };

/** Why an engine gave no answer. */
export type EngineDeath =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'limit'; readonly reached: LimitReached }
  | { readonly kind: 'fault'; readonly reason: string };

export interface CallOptions<Answer> {
  readonly readsStandardInput: boolean;
  readonly limits?: Partial<Limits> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly heard: (message: EngineMessage<Answer>) => void;
  /** The answer where the engine gives none any more; it may throw. */
  readonly withoutAnswer: (death: EngineDeath) => Answer;
}

/** Time in which an engine hears of a cancel, unless it hears nothing any more… */
const HEAR_MILLISECONDS = 900;
/** …and in which one that heard judges what it read. */
const JUDGE_MILLISECONDS = 3_000;
const MEBIBYTE = 1024 * 1024;
const HEAP_ROOM = 1.5;

/** Calls the engine in a thread of its own, which is ended in any case: when it answered, overran or broke. */
export async function callEngine<Answer>(call: EngineCall, options: CallOptions<Answer>): Promise<Answer> {
  const { readsStandardInput } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const name = import.meta.url.endsWith('.ts') ? './engine-worker.ts' : './engine-worker.js';
  const worker = new Worker(new URL(name, import.meta.url), {
    // Hostile input ends the engine and not the machine. The room above the limit lets the engine stop by itself first.
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil((limits.memoryBytes * HEAP_ROOM) / MEBIBYTE) },
    stdin: readsStandardInput,
  });
  // A thread has no standard input of its own: it is given this one's.
  if (readsStandardInput && worker.stdin) process.stdin.pipe(worker.stdin);
  let overrun: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve) => {
      let isSettled = false;
      // A thread that answered ends too, and that is no death. What is thrown instead of an answer rejects.
      const die = (death: EngineDeath): void => {
        if (!isSettled) resolve(new Promise((give) => give(options.withoutAnswer(death))));
        isSettled = true;
      };
      const reached = timeIsUp(limits.wallTime);
      overrun = setTimeout(() => die({ kind: 'limit', reached }), graceOf(limits.wallTime));
      worker.on('error', (error) => die(deathOf(error, limits)));
      worker.on('exit', (code) => die({ kind: 'fault', reason: say('engine.exit', { code }) }));
      const hearing = cancelOn(options.signal, worker, () => die({ kind: 'cancelled' }));
      worker.on('message', (message: EngineMessage<Answer>) => {
        if (message.type === 'answer') {
          isSettled = true;
          resolve(message.answer);
        } else if (message.type === 'error') die({ kind: 'fault', reason: message.reason });
        else if (message.type === 'stopping') hearing.heard();
        else options.heard(message);
      });
      worker.postMessage(call);
    });
  } finally {
    clearTimeout(overrun);
    if (readsStandardInput) process.stdin.destroy();
    await worker.terminate();
  }
}

/** An engine stops itself at its limit and judges what it read; beyond this it will not. */
function graceOf(wallTime: number): number {
  return Math.min(wallTime + Math.min(30_000, 2_000 + wallTime / 10), 2 ** 31 - 1);
}

function deathOf(error: unknown, limits: Limits): EngineDeath {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { kind: 'limit', reached: memoryIsUsed(limits.memoryBytes) }
    : { kind: 'fault', reason: message };
}

/** Hands a cancel on, and gives up on an engine that does not hear it or does not come to an end. */
function cancelOn(
  signal: AbortSignal | undefined,
  worker: Worker,
  giveUp: () => void,
): { readonly heard: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  signal?.addEventListener('abort', () => {
    worker.postMessage({ type: 'cancel' });
    waiting = setTimeout(giveUp, HEAR_MILLISECONDS).unref();
  });
  return {
    heard() {
      clearTimeout(waiting);
      waiting = setTimeout(giveUp, JUDGE_MILLISECONDS).unref();
    },
  };
}
