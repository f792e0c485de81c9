import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { makeStoreFolder, removeStoreFolder, sweepStoreFolders } from '../../engine/store/store-folder.ts';

/** An upload that has arrived whole. */
export interface Upload {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Longest name that is kept of an uploaded file. */
const MOST_NAME = 255;

/** Takes uploads into one private folder, under numbers; all of it is gone at the end. */
export class Uploads {
  readonly #mostBytes: number;
  readonly #folder: string;
  #count = 0;

  constructor(mostBytes: number, parent = tmpdir()) {
    this.#mostBytes = mostBytes;
    sweepStoreFolders(parent);
    this.#folder = makeStoreFolder(parent);
  }

  /** Takes the body of a request; what is broken off or too large leaves nothing behind. */
  async take(request: IncomingMessage, name: string): Promise<Upload> {
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > this.#mostBytes) throw new TooLargeError();
    const path = join(this.#folder, String(this.#count++));
    let bytes = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        if (bytes > this.#mostBytes) done(new TooLargeError());
        else done(null, chunk);
      },
    });
    try {
      await pipeline(request, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await unlink(path).catch(() => undefined);
      throw error;
    }
    return { path, name: uploadName(name), bytes };
  }

  close(): void {
    removeStoreFolder(this.#folder);
  }
}

/** The last part of a name, as data: it names an entry and is never joined to a path. */
function uploadName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  return last === '' ? 'upload' : last.slice(0, MOST_NAME);
}
