import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

import { visible } from '../report/escape.ts';

/** Columns of what goes to no terminal. */
export const DEFAULT_WIDTH = 100;

/** A file that is to be written. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A file could not be written; nothing of it, and nothing of what was to be written with it, is left. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  readonly path: string;
  readonly code: string;

  constructor(path: string, { code = '', message }: NodeJS.ErrnoException) {
    super(message);
    this.path = path;
    this.code = code;
  }
}

/**
 * Writes files: all of them beside their places first, then by renaming, so that nothing half-written is left. What is
 * there already is replaced only with `force`. A link keeps leading to its target; what is no file, as /dev/null or a
 * pipe, is written to and never replaced.
 */
export async function writeFilesWhole(files: readonly OutputFile[], force: boolean): Promise<void> {
  const beside: { readonly part: string; readonly target: string; readonly path: string }[] = [];
  let now = '';
  try {
    for (const { path, content } of files) {
      now = path;
      const target = (await realPathOf(path)) ?? path;
      const there = await stat(target).catch(ifMissing);
      if (there && !there.isFile()) {
        await writeFile(target, content);
        continue;
      }
      if (there && !force) throw Object.assign(new Error(path), { code: 'EEXIST' });
      const part = `${target}.${process.pid}.part`;
      beside.push({ part, target, path });
      await writeFile(part, content, { flag: 'wx' });
    }
    for (const { part, target, path } of beside) {
      now = path;
      await rename(part, target);
    }
  } catch (error) {
    for (const { part } of beside) await rm(part, { force: true });
    throw new WriteError(now, error as NodeJS.ErrnoException);
  }
}

/** Whether a path leads to the same file as one of the others. */
export async function isOneOf(path: string, others: readonly string[]): Promise<boolean> {
  const target = await realPathOf(path);
  if (target === undefined) return false;
  const targets = await Promise.all(others.filter((other) => other !== '-').map(realPathOf));
  return targets.includes(target);
}

async function realPathOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(ifMissing);
}

/** What is not there yet is no failure; what stands in the way shows when it is written to. */
function ifMissing(): undefined {
  return undefined;
}

/** Writes all of a text, or of bytes, to standard output; a reader that went away is no fault. */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** A sentence to standard error. Whatever it quotes, an argument of the caller too, cannot command the terminal. */
export function complain(sentence: string): void {
  process.stderr.write(`${visible(sentence)}\n`);
}

/** A pipe that is closed by its reader ends nothing and says nothing. */
export function ignoreBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
