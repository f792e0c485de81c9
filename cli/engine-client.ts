import { basename } from 'node:path';

import { REDACTION_CLASSES } from '../engine/api/index.ts';
import { codeOf } from '../engine/ingest/limits.ts';
import type { LookAnswer, LookPart, LookRequest } from '../engine/look/protocol.ts';
import type { RedactEnd, RedactRequest } from '../engine/redact/bundle/protocol.ts';
import { joinAnswers } from '../engine/run/answer.ts';
import type {
  EngineAnswer,
  EngineProgress,
  EngineRequest,
  EntryRow,
  SourceEnd,
} from '../engine/run/protocol.ts';
import { callEngine, type EngineDeath, type OnPart } from './engine-call.ts';

export interface EngineHandlers {
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly signal?: AbortSignal;
}

export interface AskHandlers extends EngineHandlers {
  /** Takes the rows of `entries` and `compare`. */
  readonly onEntries?: OnPart<readonly EntryRow[]>;
}

export interface LookHandlers extends EngineHandlers {
  readonly onPart: OnPart<LookPart>;
}

/**
 * Asks the engine. Where that fails, dies or overruns, the answer holds what it gave for the sources
 * before, and says what became of the one that it was at.
 */
export async function askEngine(
  request: EngineRequest,
  { signal, onProgress, onEntries }: AskHandlers = {},
): Promise<EngineAnswer> {
  const parts: EngineAnswer[] = [];
  let at = request.paths[0] ?? '';
  const last = await callEngine<EngineAnswer, readonly EntryRow[]>(
    { type: 'request', request },
    {
      readsStandardInput: request.paths.includes('-'),
      limits: request.limits,
      signal,
      onPart: onEntries,
      heard(message) {
        if (message.type === 'source') parts.push(message.answer);
        if (message.type !== 'progress') return;
        at = message.progress.source;
        onProgress?.(message.progress);
      },
      withoutAnswer: (death) => unfinished(at, death),
    },
  );
  return joinAnswers([...parts, last]);
}

/** Shows or searches. Parts are taken in their order, and the engine waits for who takes them. */
export async function lookInto(
  request: LookRequest,
  { signal, onProgress, onPart }: LookHandlers,
): Promise<LookAnswer> {
  const name = request.path;
  return callEngine<LookAnswer, LookPart>(
    { type: 'look', request },
    {
      readsStandardInput: name === '-',
      limits: request.limits,
      signal,
      onPart,
      heard(message) {
        if (message.type === 'progress') onProgress?.(message.progress);
      },
      withoutAnswer(death) {
        if (death.kind === 'fault') throw new Error(death.reason);
        return { ok: true, end: { name, entries: 0, lines: 0, ...endOf(death) } };
      },
    },
  );
}

/** Redacts a bundle in the engine's thread. Throws what the system refused, with its code. */
export async function redactInto(
  request: RedactRequest,
  { signal, onProgress }: EngineHandlers,
): Promise<RedactEnd> {
  const { path: name, classes = REDACTION_CLASSES, limits } = request;
  return callEngine<RedactEnd>(
    { type: 'redact', request },
    {
      readsStandardInput: name === '-',
      limits,
      signal,
      heard(message) {
        if (message.type === 'progress') onProgress?.(message.progress);
      },
      withoutAnswer(death) {
        if (death.kind === 'fault') throw Object.assign(new Error(death.reason), { code: death.code });
        const nothing = { entries: 0, done: { classes, counts: [] }, changed: [], mapping: [] };
        return { name, ...nothing, ...endOf(death) };
      },
    },
  );
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
