import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { SessionRoad, StartSession } from '../../workspace/desk-bundle.ts';
import type { FromSession } from '../../workspace/session/protocol.ts';
import { say } from '../say.ts';

/** The heap of one engine: hostile input ends the engine and not the machine. */
const HEAP_MEBIBYTES = 1_024;

/** Engines as processes of their own. One waits ready, so that opening does not wait for a start. */
export class SessionProcesses {
  #spare: ChildProcess | undefined;
  readonly #all = new Set<ChildProcess>();

  readonly start: StartSession = (heard, ended) => {
    const child = this.#spare?.connected ? this.#spare : this.#fork();
    this.#spare = undefined;
    return road(child, heard, ended, () => this.warm());
  };

  /** Starts an engine ahead of its bundle. */
  warm(): void {
    this.#spare ??= this.#fork();
  }

  /** Ends all of them, whatever they do. */
  end(): void {
    for (const child of this.#all) child.kill('SIGKILL');
  }

  #fork(): ChildProcess {
    const isSource = import.meta.url.endsWith('.ts');
    const entry = new URL(isSource ? '../desk-session.ts' : './desk-session.js', import.meta.url);
    const child = fork(fileURLToPath(entry), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${HEAP_MEBIBYTES}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#all.add(child);
    child.on('exit', () => this.#all.delete(child));
    child.on('error', () => this.#all.delete(child));
    return child;
  }
}

function road(
  child: ChildProcess,
  heard: (message: FromSession) => void,
  ended: (reason: string) => void,
  opened: () => void,
): SessionRoad {
  child.on('message', (message) => {
    // The engine is ours: what it says is of the protocol.
    const own = message as FromSession;
    if (own.type === 'opened' || own.type === 'fault') opened();
    heard(own);
  });
  child.on('error', (error) => ended(error.message));
  child.on('exit', (code, signal) => ended(say('desk.exit', { how: signal ?? `code ${code}` })));
  return {
    post: (message) => {
      if (child.connected) child.send(message);
    },
    end: () => void child.kill('SIGKILL'),
  };
}
