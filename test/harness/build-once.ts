import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { buildMain, MAIN } from './analyze-sample.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** What the build reads. */
const SOURCES = [
  'engine',
  'facts',
  'analyzers',
  'report',
  'workspace',
  'cli',
  'renderer',
  'help',
  'samples',
  'scripts',
];

/** Runs once before all tests: a command older than its sources is built anew, and no two test files build it at once. */
export function setup(): void {
  const built = statSync(MAIN, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.some((folder) => newestIn(join(ROOT, folder)) > built)) buildMain();
}

/** A folder's own time counts too: it changes when a file of it goes. */
function newestIn(folder: string): number {
  const own = statSync(folder).mtimeMs;
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }, own);
}
