import type { ChildProcess } from 'node:child_process';

import type { LimitReached } from '../engine/ingest/ingest-stop.ts';
import { DEFAULT_LIMITS, type Limits } from '../engine/ingest/limits.ts';
import type { LookRequest } from '../engine/look/protocol.ts';
import type { RedactRequest } from '../engine/redact/bundle/protocol.ts';
import type { EngineAnswer, EngineProgress, EngineRequest } from '../engine/run/protocol.ts';
import { memoryIsUsed, timeIsUp } from '../engine/run/watchdog.ts';
import { startEngine, whenEnded } from './engine-process.ts';
import { partsIn } from './part-pipe.ts';

/** What goes to the engine first. */
export type EngineCall =
  | { readonly type: 'request'; readonly request: EngineRequest }
  | { readonly type: 'redact'; readonly request: RedactRequest }
  | { readonly type: 'look'; readonly request: LookRequest };

export type EngineMessage<Answer> =
  | { readonly type: 'progress'; readonly progress: EngineProgress }
  /** One source is done, of those that a request names. */
  | { readonly type: 'source'; readonly answer: EngineAnswer }
  /** A cancel was heard. */
  | { readonly type: 'stopping' }
  | { readonly type: 'answer'; readonly answer: Answer }
  /** `code` is that of the system, where it refused something. */
  | { readonly type: 'error'; readonly reason: string; readonly code?: string };

/** Why an engine gave no answer. */
export type EngineDeath =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'limit'; readonly reached: LimitReached }
  | { readonly kind: 'fault'; readonly reason: string; readonly code?: string };

/** Takes parts one after the other, and the engine waits for it; false where no more is wanted. */
export type OnPart<Part> = (part: Part) => Promise<boolean>;

export interface CallOptions<Answer, Part> {
  readonly readsStandardInput: boolean;
  readonly limits?: Partial<Limits> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly heard: (message: EngineMessage<Answer>) => void;
  readonly onPart?: OnPart<Part> | undefined;
  /** The answer where the engine gives none any more; it may throw. */
  readonly withoutAnswer: (death: EngineDeath) => Answer;
}

/** Time in which an engine hears of a cancel, unless it hears nothing any more… */
const HEAR_MILLISECONDS = 900;
/** …and in which one that heard judges what it read. */
const JUDGE_MILLISECONDS = 3_000;

/** Calls the engine in a process of its own, which is ended in any case: when it answered, overran or broke. */
export async function callEngine<Answer, Part = never>(
  call: EngineCall,
  options: CallOptions<Answer, Part>,
): Promise<Answer> {
  const { readsStandardInput, onPart, signal } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const child = startEngine({
    program: 'engine',
    memoryBytes: limits.memoryBytes,
    readsStandardInput,
    givesParts: onPart !== undefined,
  });
  const forget = endWithUs(child);
  const parts = onPart ? takeParts(child, onPart, signal) : Promise.resolve();
  let overrun: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve) => {
      let isSettled = false;
      // A process that answered ends too, and that is no death. What is thrown instead of an answer rejects.
      const die = (death: EngineDeath): void => {
        if (!isSettled) resolve(new Promise((give) => give(options.withoutAnswer(death))));
        isSettled = true;
      };
      const reached = timeIsUp(limits.wallTime);
      overrun = setTimeout(() => die({ kind: 'limit', reached }), graceOf(limits.wallTime));
      whenEnded(child, ({ outOfMemory, reason }) =>
        die(
          outOfMemory
            ? { kind: 'limit', reached: memoryIsUsed(limits.memoryBytes) }
            : { kind: 'fault', reason },
        ),
      );
      const hearing = cancelOn(signal, child, () => die({ kind: 'cancelled' }));
      child.on('message', (sent) => {
        // The engine is ours: what it says is of the protocol.
        const message = sent as EngineMessage<Answer>;
        if (message.type === 'answer') {
          isSettled = true;
          resolve(message.answer);
        } else if (message.type === 'error') {
          const { reason, code } = message;
          die({ kind: 'fault', reason, ...(code === undefined ? {} : { code }) });
        } else if (message.type === 'stopping') hearing.heard();
        else options.heard(message);
      });
      child.send(call);
    });
    // What it has written is in the pipe, and ends where the engine ends.
    child.kill('SIGKILL');
    await parts;
    return answer;
  } finally {
    clearTimeout(overrun);
    forget();
    child.kill('SIGKILL');
  }
}

/** An engine stops itself at its limit and judges what it read; beyond this it will not. */
function graceOf(wallTime: number): number {
  return Math.min(wallTime + Math.min(30_000, 2_000 + wallTime / 10), 2 ** 31 - 1);
}

async function takeParts<Part>(
  { stdout }: ChildProcess,
  onPart: OnPart<Part>,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!stdout) return;
  for await (const part of partsIn<Part>(stdout)) {
    // Leaving closes the pipe: by that the engine knows.
    if (signal?.aborted || !(await onPart(part))) return;
  }
}

/** Hands a cancel on, and gives up on an engine that does not hear it or does not come to an end. */
function cancelOn(
  signal: AbortSignal | undefined,
  child: ChildProcess,
  giveUp: () => void,
): { readonly heard: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  signal?.addEventListener('abort', () => {
    if (child.connected) child.send({ type: 'cancel' });
    waiting = setTimeout(giveUp, HEAR_MILLISECONDS).unref();
  });
  return {
    heard() {
      clearTimeout(waiting);
      waiting = setTimeout(giveUp, JUDGE_MILLISECONDS).unref();
    },
  };
}

/** What ends this process ends the engine first: it may be deaf. */
function endWithUs(child: ChildProcess): () => void {
  const end = (signal: NodeJS.Signals): void => {
    child.kill('SIGKILL');
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => void SIGNALS.forEach((signal) => process.off(signal, end));
  for (const signal of SIGNALS) process.on(signal, end);
  return forget;
}

const SIGNALS = ['SIGTERM', 'SIGHUP'] as const;
