import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { bringTestPackages } from './test-packages.ts';

/** The gate, then all tests, then one plain line that says how they went. */
const root = join(import.meta.dirname, '..');
const results = join(root, '.cache', 'test-results.json');
mkdirSync(join(root, '.cache'), { recursive: true });

// Counts of an earlier run must not pass for those of this one.
rmSync(results, { force: true });

const check = spawnSync('npm', ['run', 'check'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (check.status !== 0) process.exit(check.status ?? 1);
bringTestPackages(root);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const tests = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  { cwd: root, stdio: 'inherit' },
);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
  readFileSync(results, 'utf8'),
) as Record<string, number>;
console.log(
  `${numPassedTests} passed, ${numFailedTests} failed, ${(numPendingTests ?? 0) + (numTodoTests ?? 0)} skipped`,
);
process.exit(tests.status ?? 1);
