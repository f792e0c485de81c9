import { basename } from 'node:path';

import { codeOf } from '../engine/ingest/limits.ts';
import type { LookAnswer, LookPart, LookRequest } from '../engine/look/protocol.ts';
import { joinAnswers } from '../engine/run/answer.ts';
import type { EngineAnswer, EngineProgress, EngineRequest, SourceEnd } from '../engine/run/protocol.ts';
import { callEngine, type EngineDeath } from './engine-call.ts';
import { PartGate } from './part-gate.ts';

export interface EngineHandlers {
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly signal?: AbortSignal;
}

export interface LookHandlers extends EngineHandlers {
  /** Takes parts one after the other; false where no more is wanted. */
  readonly onPart: (part: LookPart) => Promise<boolean>;
}

/** What an answer holds where nothing came. */
const NOTHING: Readonly<Record<EngineRequest['command'], Pick<EngineAnswer, 'entries' | 'facts'>>> = {
  analyze: {},
  desk: {},
  entries: { entries: [] },
  facts: { facts: [] },
  compare: { entries: [], facts: [] },
};

/**
 * Asks the engine in its own thread. Where that fails, dies or overruns, the answer holds what it gave for the sources
 * before, and says what became of the one that it was at.
 */
export async function askEngine(
  request: EngineRequest,
  { signal, onProgress }: EngineHandlers = {},
): Promise<EngineAnswer> {
  const parts: EngineAnswer[] = [];
  let at = request.paths[0] ?? '';
  const last = await callEngine<EngineAnswer>(
    { type: 'request', request },
    {
      readsStandardInput: request.paths.includes('-'),
      limits: request.limits,
      signal,
      heard(message) {
        if (message.type === 'source') parts.push(message.answer);
        if (message.type !== 'progress') return;
        at = message.progress.source;
        onProgress?.(message.progress);
      },
      withoutAnswer: (death) => unfinished(at, death),
    },
  );
  const none = NOTHING[request.command];
  return { ...none, ...joinAnswers([...parts, last]) };
}

/** Shows or searches in the engine's thread. Parts are taken in their order, and the engine waits for who takes them. */
export async function lookInto(request: LookRequest, handlers: LookHandlers): Promise<LookAnswer> {
  const gate = new PartGate();
  const { signal, onProgress, onPart } = handlers;
  signal?.addEventListener('abort', () => gate.stop());
  let taken: Promise<void> = Promise.resolve();
  const take = async (part: LookPart): Promise<void> => {
    if (!gate.isStopped && !(await onPart(part))) gate.stop();
    gate.leave();
  };
  const name = request.path;
  const answer = await callEngine<LookAnswer>(
    { type: 'look', request, gate: gate.shared },
    {
      readsStandardInput: name === '-',
      limits: request.limits,
      signal,
      heard(message) {
        if (message.type === 'progress') onProgress?.(message.progress);
        if (message.type === 'part') taken = taken.then(() => take(message.part));
      },
      withoutAnswer(death) {
        if (death.kind === 'fault') throw new Error(death.reason);
        return { ok: true, end: { name, entries: 0, lines: 0, ...endOf(death) } };
      },
    },
  );
  await taken;
  return answer;
}

function unfinished(path: string, death: EngineDeath): EngineAnswer {
  if (death.kind === 'fault') return { reports: [], sources: [], fault: death.reason };
  const source: SourceEnd = {
    name: basename(path),
    recognised: false,
    entries: 0,
    reportCount: 0,
    ...endOf(death),
  };
  return { reports: [], sources: [source] };
}

function endOf(
  death: Exclude<EngineDeath, { kind: 'fault' }>,
): Pick<SourceEnd, 'opened' | 'ended' | 'problems'> {
  if (death.kind === 'cancelled') return { opened: true, ended: 'cancelled', problems: [] };
  const { limit, message } = death.reached;
  return { opened: true, ended: 'limit', problems: [{ code: codeOf(limit), detail: message }] };
}
