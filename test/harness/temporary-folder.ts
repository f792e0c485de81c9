import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

export interface TemporaryFolder {
  readonly path: string;
  /** Writes a file below it and returns its whole path. */
  write(name: string, content: string | Uint8Array): string;
}

/** A folder for the tests of one file, gone after them. */
export function temporaryFolder(): TemporaryFolder {
  let path = '';
  beforeAll(() => void (path = mkdtempSync(join(tmpdir(), 'bundlescope-test-'))));
  afterAll(() => rmSync(path, { recursive: true }));
  return {
    get path() {
      return path;
    },
    write(name, content) {
      const full = join(path, name);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
      return full;
    },
  };
}
