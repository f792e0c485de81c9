import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes to a file: beside it first, then by renaming, so that nothing half-written is left. */
export async function writeFileWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Writes all of a text to standard output; a reader that went away is no fault. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** One line to standard error. */
export function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** A pipe that is closed by its reader ends nothing and says nothing. */
export function ignoreBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
