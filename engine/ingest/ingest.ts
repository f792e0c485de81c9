import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

import { escapeName, type Problem } from '../api/index.ts';
import { ByteReader, readerOf } from './byte-reader.ts';
import { IngestContext } from './context.ts';
import { decodeName } from './entry-name.ts';
import type { EntrySink } from './entry-sink.ts';
import { IngestStop } from './ingest-stop.ts';
import { fileAccess } from './random-access.ts';
import { readContent, type Nesting } from './read-content.ts';
import { readFolder, type FolderReader, type ListedFile } from './read-folder.ts';
import type { IngestEnd, IngestOptions, Source } from './source.ts';

const READ_BYTES = 256 * 1024;
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** Not known on every system. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
const PROGRESS_EVERY: number = 200;

const TOP: Nesting = { depth: 0, top: true };
const LOOSE: Nesting = { depth: 0, top: false };

/** Reads a source from its first to its last byte. Never throws for what the input holds. */
export async function ingest(source: Source, sink: EntrySink, options: IngestOptions): Promise<IngestEnd> {
  const run = new Run(sink, options);
  try {
    const problem = await run.read(source);
    const { limited, damaged } = run.context;
    return run.end(source, limited ? 'limit' : damaged ? 'damaged' : 'complete', problem);
  } catch (error) {
    if (error instanceof IngestStop) return run.end(source, error.ended);
    throw error;
  }
}

class Run implements FolderReader {
  readonly context: IngestContext;
  readonly #options: IngestOptions;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;
  #total: number | undefined;
  #lastProgress = 0;

  constructor(sink: EntrySink, options: IngestOptions) {
    this.#options = options;
    this.context = new IngestContext(sink, options);
  }

  /** Returns why nothing could be read, where that is so. */
  async read(source: Source): Promise<Problem | undefined> {
    switch (source.kind) {
      case 'path':
        return this.#readPath(source.path);
      case 'loose':
        for (const path of [...source.paths].sort(byNameBytes)) {
          const problem = await this.#readLoose(path);
          if (problem) this.context.sink.problem(problem);
        }
        return undefined;
      case 'stream':
        return this.#readStream(source);
      case 'memory':
        for (const path of Object.keys(source.files).sort(byBytes))
          await this.#readText(path, source.files[path] ?? '');
        return undefined;
    }
  }

  end(source: Source, ended: IngestEnd['ended'], problem?: Problem): IngestEnd {
    this.context.noteRest();
    return {
      name: this.#nameOf(source),
      sha256: this.#hash.digest('hex'),
      bytes: this.#bytes,
      ended: problem ? 'complete' : ended,
      entriesMissing: this.context.entriesMissing,
      opened: problem === undefined,
      ...(problem ? { problem } : {}),
    };
  }

  #called(path: string): string {
    return this.#options.names?.get(path) ?? basename(resolve(path));
  }

  #nameOf(source: Source): string {
    if (source.kind === 'path') return this.#called(source.path);
    return source.kind === 'loose' ? source.paths.map((path) => this.#called(path)).join(', ') : source.name;
  }

  async #readPath(path: string): Promise<Problem | undefined> {
    const found = await statOf(path);
    if ('code' in found) return found;
    if (found.isDirectory()) {
      await readFolder(path, this, this.context);
      return undefined;
    }
    if (!found.isFile()) return unreadable(path, 'is neither a file nor a folder');
    if (found.size === 0) return emptyFile(path);
    return this.#readFile(path, found.size, found.mtimeMs, TOP);
  }

  async #readLoose(path: string): Promise<Problem | undefined> {
    const found = await statOf(path);
    if ('code' in found) return found;
    if (found.size === 0) return emptyFile(path);
    const listed = this.#called(path);
    const { size, mtimeMs: modified } = found;
    return this.file({ path, entry: escapeName(listed), listed, size, modified });
  }

  /** One file of a folder or of several loose ones, with its line in the hash. */
  async file({ path, entry, listed, size, modified }: ListedFile): Promise<Problem | undefined> {
    const own = createHash('sha256');
    const problem = await this.#readFile(path, size, modified, LOOSE, entry, own);
    this.line(listed, `\0${size}\0${own.digest('hex')}\n`);
    return problem;
  }

  /** A line of the list that a folder's hash is made of. */
  line(...parts: readonly (string | Uint8Array)[]): void {
    for (const part of parts) this.#hash.update(part);
  }

  async #readFile(
    path: string | Buffer,
    size: number,
    modified: number,
    nesting: Nesting,
    entry = escapeName(this.#called(String(path))),
    hash = this.#hash,
  ): Promise<Problem | undefined> {
    if (nesting.top) this.#total = size;
    let file;
    try {
      // What a folder lists is never followed, and a pipe that took its place is never waited for.
      file = await open(path, typeof path === 'string' ? READ : READ | NO_FOLLOW);
    } catch (error) {
      return unreadable(decodedPath(path), reasonOf(error));
    }
    const buffers = [Buffer.allocUnsafe(READ_BYTES), Buffer.allocUnsafe(READ_BYTES)];
    let turn = 0;
    // As large as it was when it was listed: a log that grows while it is read has an end all the same.
    let left = size;
    const reader = new ByteReader(async () => {
      const buffer = buffers[(turn = 1 - turn)] ?? Buffer.alloc(READ_BYTES);
      const { bytesRead } = await file.read(buffer, 0, Math.min(READ_BYTES, left), null);
      left -= bytesRead;
      return this.#took(buffer.subarray(0, bytesRead), hash);
    });
    try {
      if (!(await file.stat()).isFile()) return unreadable(decodedPath(path), 'is no file any more');
      await readContent(
        { path: this.context.nameFor(entry), kind: 'file', size, modified },
        reader,
        { ...nesting, file: fileAccess(file, size) },
        this.context,
      );
      // Bytes after the end of an archive belong to the file: its hash is of all of them.
      for (let rest = await reader.read(); rest; rest = await reader.read()) this.context.count(0);
      const now = await file.stat();
      if (!nesting.top && now.size !== size)
        this.context.note('unreadable-path', `It had ${size} bytes and now has ${now.size}`, entry);
    } finally {
      await file.close();
    }
    return reader.broken ? unreadable(decodedPath(path), reader.broken.message) : undefined;
  }

  async #readStream(source: Source & { kind: 'stream' }): Promise<Problem | undefined> {
    const chunks = source.stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    // A writer that says nothing more must not hold up a cancel.
    this.#options.signal?.addEventListener('abort', () => source.stream.destroy(), { once: true });
    const reader = new ByteReader(async () => {
      try {
        const { value, done } = await chunks.next();
        return done ? undefined : this.#took(value, this.#hash);
      } finally {
        this.context.count(0);
      }
    });
    if (!(await reader.fill(1))) return { code: 'malformed-file', detail: `${source.name} is empty` };
    const entry = { path: this.context.nameFor('stdin'), kind: 'file' } as const;
    await readContent(entry, reader, TOP, this.context);
    for (let rest = await reader.read(); rest; rest = await reader.read()) this.context.count(0);
    return undefined;
  }

  async #readText(path: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#bytes += bytes.length;
    this.line(`${path}\0${bytes.length}\0${createHash('sha256').update(bytes).digest('hex')}\n`);
    const entry = path.split('/').map(escapeName).join('/');
    const header = { path: this.context.nameFor(entry), kind: 'file', size: bytes.length } as const;
    await readContent(header, readerOf(bytes), LOOSE, this.context);
  }

  #took(bytes: Buffer, hash: Hash): Buffer | undefined {
    this.context.count(0);
    if (bytes.length === 0) return undefined;
    hash.update(bytes);
    this.#bytes += bytes.length;
    const { onProgress } = this.#options;
    const now = performance.now();
    if (onProgress && now - this.#lastProgress > PROGRESS_EVERY) {
      this.#lastProgress = now;
      const total = this.#total === undefined ? {} : { bytesTotal: this.#total };
      onProgress({ bytesRead: this.#bytes, ...total, entry: this.context.entry });
    }
    return bytes;
  }
}

function byNameBytes(a: string, b: string): number {
  return byBytes(basename(a), basename(b)) || byBytes(a, b);
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    return unreadable(path, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user';
  return message;
}

function decodedPath(path: string | Buffer): string {
  return typeof path === 'string' ? path : decodeName(path);
}

function unreadable(path: string, reason: string): Problem {
  return { code: 'unreadable-path', detail: `${path} ${reason}` };
}

function emptyFile(path: string): Problem {
  return { code: 'malformed-file', detail: `${path} is empty` };
}
