import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { benchArchive, cacheFolder } from './archive.ts';
import type { Generator } from './generators/generator.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'bench-archive-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const size = { seed: 3, bytes: 20 };
const planted = [{ entry: 'log', line: 1 }];

function generatorOf(text: string, version: number): Generator {
  const content = Buffer.from(text);
  return {
    name: 'tiny',
    version,
    files: () => [{ path: 'root/log', content, expandedBytes: content.length, planted }],
  };
}

describe('benchArchive', () => {
  it('packs what a generator gives and takes it from the cache afterwards', async () => {
    const made = await benchArchive(generatorOf('first', 1), size, folder);
    expect(made).toEqual({ path: join(folder, 'tiny-v1-3-20.tar.gz'), files: 1, expandedBytes: 5, planted });
    const tar = gunzipSync(readFileSync(made.path)).toString('latin1');
    expect([tar.slice(0, 8), tar.slice(512, 517), tar.length]).toEqual(['root/log', 'first', 2048]);
    expect(await benchArchive(generatorOf('other', 1), size, folder)).toEqual(made);
    expect(gunzipSync(readFileSync(made.path)).toString('latin1', 512, 517)).toBe('first');
  });

  it('makes it anew for another version of the generator, and leaves nothing unfinished', async () => {
    await benchArchive(generatorOf('first', 1), size, folder);
    await benchArchive(generatorOf('other', 2), size, folder);
    expect(readdirSync(folder).sort()).toEqual([
      'tiny-v1-3-20.tar.gz',
      'tiny-v1-3-20.tar.gz.json',
      'tiny-v2-3-20.tar.gz',
      'tiny-v2-3-20.tar.gz.json',
    ]);
  });
});

describe('cacheFolder', () => {
  it('lies outside the tree, or where one says', () => {
    expect(cacheFolder({})).toBe(join(tmpdir(), 'bundlescope-bench'));
    expect(cacheFolder({ BUNDLESCOPE_BENCH_CACHE: '/srv/bench' })).toBe('/srv/bench');
  });
});
