import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

import { visible } from '../report/escape.ts';

/** Columns of what goes to no terminal. */
export const DEFAULT_WIDTH = 100;

/**
 * Writes to a file: beside it first, then by renaming, so that nothing half-written is left. A link keeps leading to
 * its target; what is no file, as /dev/null or a pipe, is written to and never replaced.
 */
export async function writeFileWhole(path: string, text: string): Promise<void> {
  const target = (await realPathOf(path)) ?? path;
  const there = await stat(target).catch(ifMissing);
  if (there && !there.isFile()) return writeFile(target, text);
  const beside = `${target}.${process.pid}.part`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
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
