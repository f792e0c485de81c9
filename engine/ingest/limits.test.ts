import { Readable } from 'node:stream';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { tarOf } from '../../test/harness/pack.ts';
import { smallDomain } from '../../test/harness/small-domain.ts';
import { zipFile } from '../../test/harness/zip-records.ts';
import { lineFact, textFact, type Domain } from '../api/index.ts';
import { answerSources } from '../run/answer.ts';
import { codeOf, DEFAULT_LIMITS, LIMIT_NAMES, type LimitName, type Limits } from './limits.ts';
import type { Source } from './source.ts';

const domain: Domain = {
  ...smallDomain(),
  facts: [
    textFact({ name: 'test.text', describes: 'Texts', from: { plain: '*.conf' }, parse: ({ path }) => path }),
    lineFact({
      name: 'test.lines',
      describes: 'Lines',
      from: { plain: '*.log' },
      needles: ['needle'],
      start: () => [],
      line: () => undefined,
      finish: (found) => found,
    }),
  ],
};

interface Case {
  readonly source: () => Source;
  /** The limit under which it is read without a problem, and the one under which it is not. */
  readonly fits: number;
  readonly tooSmall: number;
  /** What else is set for both. */
  readonly also?: Partial<Limits>;
  /** Whether it ends the run; else what stands behind it is read. */
  readonly ends?: true;
}

const PIECE = 1000;

function streamOf(bytes: Uint8Array): Source {
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, index) =>
    bytes.subarray(index * PIECE, (index + 1) * PIECE),
  );
  return { kind: 'stream', name: 'x', stream: Readable.from(pieces) };
}

const AFTER = { path: 'after.conf', content: 'read' };
const tar = (path: string, content: string | Uint8Array): Source =>
  streamOf(tarOf([{ path, content }, AFTER]));
const memory = (files: Record<string, string | Uint8Array>): Source => ({ kind: 'memory', name: 'x', files });
const zeros = gzipSync(Buffer.alloc(1_000_000));
const named = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
  Buffer.from(`${'n'.repeat(5000)}\0`),
  gzipSync('x').subarray(10),
]);
const windowed = zstdCompressSync(Buffer.alloc(4_000_000, 'window '), {
  params: { [constants.ZSTD_c_windowLog]: 20 },
});
const nested = tarOf([{ path: 'b.tar', content: tarOf([{ path: 'c.conf', content: 'x' }]) }]);
// Only the directory at the end says how long the member is, so all of it is held.
const described = zipFile([{ name: 'in.conf', content: 's'.repeat(500), method: 0, described: 'bare' }]);

/** Watched from outside what is read: engine/run/watchdog.test.ts and test/cli/watchdogs.test.ts. */
type Watched = 'wallTime' | 'memoryBytes';
/** Kept for viewing alone: engine/store. */
type Viewed = 'storeBytes';
/** They name no problem: one lets the ratio count, the other holds an archive on disk. */
type Silent = 'ratioFloorBytes' | 'heldArchiveBytes';

const CASES: Readonly<Record<Exclude<LimitName, Watched | Viewed | Silent>, Case>> = {
  totalBytes: { source: () => memory({ 'a.conf': 'x'.repeat(100) }), fits: 100, tooSmall: 99, ends: true },
  entryBytes: { source: () => tar('a.log', 'x'.repeat(100)), fits: 100, tooSmall: 99 },
  ratio: {
    // Wanted, so that all of it is unpacked.
    source: () => tar('a.log', zeros),
    fits: Math.ceil(1_000_000 / zeros.length),
    tooSmall: Math.ceil(1_000_000 / zeros.length) - 1,
    also: { ratioFloorBytes: 100_000 },
  },
  entries: { source: () => memory({ 'a.conf': '', 'b.conf': '' }), fits: 2, tooSmall: 1, ends: true },
  nameBytes: { source: () => tar(`${'n'.repeat(40)}.conf`, 'x'), fits: 45, tooSmall: 44 },
  pathDepth: { source: () => tar('a/b/c/d.conf', 'x'), fits: 4, tooSmall: 3 },
  headerBytes: { source: () => tar('a.log.gz', named), fits: 5100, tooSmall: 4000 },
  nestingDepth: { source: () => tar('a.tar', nested), fits: 3, tooSmall: 2 },
  windowBytes: { source: () => tar('a.log.zst', windowed), fits: 2 ** 20, tooSmall: 2 ** 20 - 1 },
  spoolBytes: {
    source: () => tar('in.zip', described),
    fits: described.length,
    tooSmall: described.length - 1,
    also: { heldArchiveBytes: 1 },
  },
  sectionBytes: {
    source: () => tar('basic.txt', `#==[ Command ]==#\n# /bin/df\n${'x'.repeat(100)}`),
    fits: 128,
    tooSmall: 127,
  },
  keptTextBytes: { source: () => memory({ 'a.conf': 'x'.repeat(100) }), fits: 100, tooSmall: 99 },
  lineBytes: { source: () => tar('a.log', `${'x'.repeat(20_000)}\n`), fits: 20_001, tooSmall: 10_000 },
};

async function read({ source, also = {} }: Case, name: LimitName, value: number) {
  const limits = { ...also, [name]: value };
  const request = { command: 'entries', profile: 'auto', only: [], skip: [], limits } as const;
  const paths: string[] = [];
  const { sources } = await answerSources([source()], request, domain, {
    onEntries: (rows) => paths.push(...rows.map(({ path }) => path)) > 0,
  });
  return {
    limits: sources.flatMap(({ problems }) =>
      problems.flatMap(({ code }) => (code.startsWith('limit-') ? [code] : [])),
    ),
    ended: sources[0]?.ended,
    paths,
  };
}

describe.each(Object.entries(CASES) as [LimitName, Case][])('the limit %s', (name, one) => {
  it('lets pass what fits', async () => {
    expect(await read(one, name, one.fits)).toMatchObject({ limits: [], ended: 'complete' });
  });

  it('is named where it is met, and ends the run only where it must', async () => {
    const { limits, ended, paths } = await read(one, name, one.tooSmall);
    expect(limits).toContain(codeOf(name));
    expect(ended).toBe(one.ends ? 'limit' : 'complete');
    if (!one.ends && one.source().kind === 'stream') expect(paths).toContain('after.conf');
  });
});

describe('the table of limits', () => {
  it('has a reason, an effect and a value above zero in every row', () => {
    expect(LIMIT_NAMES.filter((name) => !(DEFAULT_LIMITS[name] > 0))).toEqual([]);
  });
});
