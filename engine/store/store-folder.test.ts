import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeStoreFolder, removeStoreFolder, sweepStoreFolders } from './store-folder.ts';

let parent = '';
beforeEach(() => void (parent = mkdtempSync(join(tmpdir(), 'folders-'))));
afterEach(() => rmSync(parent, { recursive: true }));

/** Runs lines in a Node of their own that has `makeStoreFolder` and `parent`, and gives the path it made. */
function inOtherProcess(...lines: readonly string[]): string {
  const module = pathToFileURL(join(import.meta.dirname, 'store-folder.ts')).href;
  const code = [
    `import { makeStoreFolder } from ${JSON.stringify(module)};`,
    `const parent = ${JSON.stringify(parent)};`,
    ...lines,
  ].join('\n');
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout;
}

/** A folder whose process was killed before it could remove it. */
function stale(): string {
  return inOtherProcess(
    'process.stdout.write(makeStoreFolder(parent));',
    "process.kill(process.pid, 'SIGKILL');",
  );
}

describe('a store folder', () => {
  it('is gone when its process ends, however it ends', () => {
    const ended = inOtherProcess('process.stdout.write(makeStoreFolder(parent));');
    const thrown = inOtherProcess(
      'process.stdout.write(makeStoreFolder(parent));',
      "process.on('uncaughtException', () => process.exit(5));",
      "throw new Error('x');",
    );
    expect([ended, thrown].map((path) => path.startsWith(parent))).toEqual([true, true]);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('is removed by a later sweep where its process was killed', () => {
    const folder = stale();
    writeFileSync(join(folder, '0'), 'content');
    expect(sweepStoreFolders(parent)).toBe(1);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('stays while its process lives', () => {
    const folder = makeStoreFolder(parent);
    expect(sweepStoreFolders(parent)).toBe(0);
    expect(readdirSync(folder)).toEqual(['owner']);
    removeStoreFolder(folder);
    expect(existsSync(folder)).toBe(false);
  });

  it('stays while another process that made it lives', () => {
    const output = inOtherProcess(
      "import { spawnSync } from 'node:child_process';",
      'const folder = makeStoreFolder(parent);',
      `const sweep = "import(" + JSON.stringify(${JSON.stringify(
        pathToFileURL(join(import.meta.dirname, 'store-folder.ts')).href,
      )}) + ").then(m => process.stdout.write(String(m.sweepStoreFolders(" + JSON.stringify(parent) + "))))";`,
      "process.stdout.write(spawnSync(process.execPath, ['-e', sweep], { encoding: 'utf8' }).stdout);",
    );
    expect(output).toBe('0');
  });

  it('is taken for stale where its process number was given to another', () => {
    const folder = stale();
    const marker = readFileSync(join(folder, 'owner'), 'utf8');
    const mine = join(parent, `bundlescope-store-${process.pid}-AbCdEf`);
    mkdirSync(mine, { mode: 0o700 });
    writeFileSync(join(mine, 'owner'), marker.replace(/^pid \d+/u, `pid ${process.pid}`));
    expect(sweepStoreFolders(parent)).toBe(2);
  });

  it.each([
    ['has no marker', (folder: string) => rmSync(join(folder, 'owner'))],
    ['is open to others', (folder: string) => chmodSync(folder, 0o755)],
    [
      'holds a file that no store makes',
      (folder: string) => writeFileSync(join(folder, 'notes.txt'), 'mine'),
    ],
    [
      'was made in another space of processes',
      (folder: string) => {
        const owner = readFileSync(join(folder, 'owner'), 'utf8');
        writeFileSync(join(folder, 'owner'), owner.replace(/^space .*$/mu, 'space pid:[1]'));
      },
    ],
  ])('is not touched where it %s', (_why, change) => {
    const folder = stale();
    change(folder);
    sweepStoreFolders(parent);
    expect(existsSync(folder)).toBe(true);
  });

  it('is not followed where it is a link', () => {
    const elsewhere = join(parent, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, '0'), 'precious');
    symlinkSync(elsewhere, join(parent, 'bundlescope-store-999999-AbCdEf'));
    expect(sweepStoreFolders(parent)).toBe(0);
    expect(readdirSync(elsewhere)).toEqual(['0']);
  });
});
