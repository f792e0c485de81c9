import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { say } from './say.ts';

export interface EngineProcessOptions {
  readonly program: 'engine' | 'desk-session';
  /** Heap at which the engine stops by itself. */
  readonly memoryBytes: number;
  /** It is given the standard input of this process; else it has none. */
  readonly readsStandardInput?: boolean;
  /** Its standard output is read from here; else it has none. */
  readonly givesParts?: boolean;
}

/** Why a process of an engine ended. `reason` is the end of a sentence. */
export interface EngineProcessEnd {
  readonly outOfMemory: boolean;
  readonly reason: string;
}

const MEBIBYTE = 1024 * 1024;
/** The room above the limit lets the engine stop by itself first. */
const HEAP_ROOM = 1.5;
/** What V8 writes before it ends a process whose heap is full. */
const OUT_OF_MEMORY = /JavaScript heap out of memory|Allocation failed/u;
/** Of what a dying engine writes, the head says why. */
const LAST_WORDS = 64 * 1024;

/**
 * Starts an engine as a process of its own, which can burst or be ended without harm to whoever asked it: hostile input
 * ends the engine, not the command, the desk or the machine. What Node writes when it dies is for nobody's eyes.
 */
export function startEngine(options: EngineProcessOptions): ChildProcess {
  const { program, memoryBytes, readsStandardInput = false, givesParts = false } = options;
  const kind = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fork(fileURLToPath(new URL(`./${program}.${kind}`, import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.ceil((memoryBytes * HEAP_ROOM) / MEBIBYTE)}`],
    stdio: [readsStandardInput ? 'inherit' : 'ignore', givesParts ? 'pipe' : 'ignore', 'pipe', 'ipc'],
  });
}

/** Tells, once, that an engine has ended and why. */
export function whenEnded(child: ChildProcess, told: (end: EngineProcessEnd) => void): void {
  let words = '';
  child.stderr?.setEncoding('latin1').on('data', (text: string) => {
    if (words.length < LAST_WORDS) words += text;
  });
  child.on('error', ({ message }) => told({ outOfMemory: false, reason: message }));
  child.on('close', (code, signal) => {
    const how = signal ?? `code ${code}`;
    told({ outOfMemory: OUT_OF_MEMORY.test(words), reason: say('engine.exit', { how }) });
  });
}
