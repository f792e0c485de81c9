import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { bringTestPackages } from './test-packages.ts';

/** The gate, then all tests, then one plain line that says how they went. */
const root = join(import.meta.dirname, '..');
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });

const check = spawnSync('npm', ['run', 'check'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (check.status !== 0) process.exit(check.status ?? 1);
bringTestPackages(root);
// One after the other: a page that waits for a busy machine tells nothing of the page.
const runs = [run('pure'), run('unit'), run('browser')];
const sum = (count: (one: (typeof runs)[number]) => number): number =>
  runs.reduce((all, one) => all + count(one), 0);
console.log(
  `${sum((one) => one.passed)} passed, ${sum((one) => one.failed)} failed, ${sum((one) => one.skipped)} skipped`,
);
process.exit(Math.max(...runs.map(({ status }) => status)));

interface Run {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly status: number;
}

function run(project: string): Run {
  const results = join(cache, `test-results-${project}.json`);
  // Counts of an earlier run must not pass for those of this one.
  rmSync(results, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(results, 'utf8'),
  ) as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    status: status ?? 1,
  };
}
