import type { ChildProcess } from 'node:child_process';

import { DEFAULT_LIMITS } from '../../engine/ingest/limits.ts';
import type { SessionRoad, StartSession } from '../../workspace/desk-bundle.ts';
import type { FromSession } from '../../workspace/session/protocol.ts';
import { startEngine, whenEnded } from '../engine-process.ts';
import { say } from '../say.ts';

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
    const child = startEngine({ program: 'desk-session', memoryBytes: DEFAULT_LIMITS.memoryBytes });
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
  whenEnded(child, ({ outOfMemory, reason }) => ended(outOfMemory ? say('engine.memory') : reason));
  return {
    post: (message) => {
      if (child.connected) child.send(message);
    },
    end: () => void child.kill('SIGKILL'),
  };
}
