import { createReadStream, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import type { Problem, ReportFile } from '../../engine/api/index.ts';
import { ingest } from '../../engine/ingest/ingest.ts';
import { DEFAULT_LIMITS } from '../../engine/ingest/limits.ts';
import type { Source } from '../../engine/ingest/source.ts';
import { limitsOf } from '../../cli/limits.ts';
import { describeWith } from '../harness/needs.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { hostileCases } from './all-cases.ts';
import { guardedRun, type GuardedEnd } from './guarded-run.ts';
import type { HostileCase } from './hostile-case.ts';

const SEED = 20_260_115;
const MOST_SECONDS = 30;
const MOST_MEMORY = 512 * 1024 * 1024;
const DAMAGE = ['truncated', 'damaged', 'checksum-mismatch'];
/** A path may be as long as its limit. */
const MOST_DETAIL = 20_000;
// at readTar (file:///…/read-tar.js:12:3)
const STACK = /^\s+at .+:\d+:\d+\)?$/mu;
const REGRESSIONS = join(import.meta.dirname, 'regressions');

const folder = temporaryFolder();

describeWith(['strace', '/usr/bin/time', 'bzip2', 'xz', 'zstd'], 'hostile archives', () => {
  const cases = hostileCases(SEED);

  it('are at least a hundred and fifty, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.concurrent.each(cases.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, one) => {
      const { path, remove } = written(one);
      const args = ['--format', 'json', ...(one.limits ?? []).flatMap((limit) => ['--limit', limit])];
      if (one.password !== undefined) args.push('--password-file', passwordFile(one.password));
      const input = one.isPiped ? { input: readFileSync(path) } : {};
      const end = await guardedRun(['analyze', one.isPiped ? '-' : path, ...args], {
        folder: folder.path,
        ...input,
      });
      expectHarmless(end);
      expect({ exit: end.code, problems: codesOf(end, one) }).toEqual({
        exit: one.exit,
        problems: one.problems,
      });
      // Its report is about what lies in it: the first entry is known, and its finding cites it.
      if ('health.txt' in one.good) expect(end.stdout).toContain('"entry": "health.txt"');
      const { good, entries } = await readingOf(one, path);
      expect(good).toEqual(one.good);
      // Where a limit ended the run, it depends on what is wanted of the entries how many came before.
      if (one.exit !== 4 && end.stdout.includes('"ended"')) expect(entriesIn(end)).toBe(entries);
      remove();
    },
    180_000,
  );

  const regressions = readdirSync(REGRESSIONS).filter((name) => name !== 'README.md');
  it.concurrent.each(regressions)(
    'what the fuzzer found: %s',
    async (name) => {
      const end = await guardedRun(['analyze', join(REGRESSIONS, name), '--format', 'json'], {
        folder: folder.path,
      });
      expectHarmless(end);
      expect([0, 3, 4, 6]).toContain(end.code);
    },
    180_000,
  );
});

function expectHarmless({ stderr, foreign, left, memory, seconds }: GuardedEnd): void {
  expect(stderr).not.toMatch(STACK);
  expect(stderr).not.toContain('itself failed');
  expect({ foreign, left }).toEqual({ foreign: [], left: [] });
  expect(memory).toBeLessThan(MOST_MEMORY);
  expect(seconds).toBeLessThan(MOST_SECONDS);
}

/** The codes of all problems, as the JSON has them; `damage` where the case wants any, and nothing else is told. */
function codesOf({ stdout, stderr }: GuardedEnd, { problems }: HostileCase): HostileCase['problems'] {
  // Our own output, whose shape a test of its own checks.
  const { reports } = JSON.parse(stdout) as ReportFile;
  // Where nothing was opened there is no report: one sentence says why.
  if (reports.length === 0) return stderr === '' ? [] : problems;
  const told: readonly Problem[] = reports.flatMap((report) => report.problems);
  expect(told.filter(({ detail }) => detail.length > MOST_DETAIL)).toEqual([]);
  const codes = [...new Set(told.map(({ code }) => code))].sort();
  const isDamage = problems === 'damage' && codes.length > 0 && codes.every((code) => DAMAGE.includes(code));
  return isDamage ? 'damage' : codes;
}

/** How many entries the reports are about. */
function entriesIn({ stdout }: GuardedEnd): number {
  const { reports } = JSON.parse(stdout) as ReportFile;
  return reports.reduce((sum, { entries }) => sum + entries.total, 0);
}

/** What reading gives for the entries that are good, and how many there are of any kind. */
async function readingOf(
  one: HostileCase,
  path: string,
): Promise<Pick<HostileCase, 'good'> & { readonly entries: number }> {
  let entries = 0;
  const found: [string, string | Uint8Array][] = [];
  let at = '';
  let parts: Buffer[] = [];
  await ingest(
    sourceOf(one, path),
    {
      begin(header) {
        entries++;
        at = header.path;
        parts = [];
        return header.kind === 'file' && Object.hasOwn(one.good, at);
      },
      chunk: (bytes) => parts.push(Buffer.from(bytes)) > 0,
      end() {
        const bytes = Buffer.concat(parts);
        found.push([at, typeof one.good[at] === 'string' ? bytes.toString('utf8') : bytes]);
      },
      problem: () => undefined,
    },
    {
      limits: { ...DEFAULT_LIMITS, ...limitsOf({ limit: one.limits ?? [] }) },
      ...(one.password === undefined ? {} : { password: Buffer.from(one.password) }),
    },
  );
  return { good: Object.fromEntries(found), entries };
}

function sourceOf({ isPiped }: HostileCase, path: string): Source {
  if (!isPiped) return { kind: 'path', path };
  return { kind: 'stream', name: 'standard input', stream: createReadStream(path) };
}

/** Cases of several kinds may share the name of their file. */
function written({ name, file, bytes }: HostileCase): { readonly path: string; remove(): void } {
  const own = join(folder.path, name);
  mkdirSync(own, { recursive: true });
  const path = join(own, file);
  writeFileSync(path, bytes());
  return { path, remove: () => rmSync(own, { recursive: true }) };
}

function passwordFile(password: string): string {
  return folder.write(`password-${password}`, password);
}
