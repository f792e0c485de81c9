import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Problem } from '../api/index.ts';
import { ingest } from '../ingest/ingest.ts';
import { DEFAULT_LIMITS } from '../ingest/limits.ts';
import { ContentStore } from './content-store.ts';

const GIB = 1024 ** 3;

let parent = '';
let problems: Problem[] = [];
let stores: ContentStore[] = [];
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'stores-'));
  problems = [];
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(parent, { recursive: true });
});

function openStore(quotaBytes = GIB): ContentStore {
  const store = new ContentStore({ quotaBytes, note: (problem) => problems.push(problem), parent });
  stores.push(store);
  return store;
}

type Contents = Readonly<Record<string, string | Buffer | readonly (string | Buffer)[]>>;

/** A store of entries whose content comes in the chunks that are given. */
async function storeOf(contents: Contents): Promise<ContentStore> {
  const store = openStore();
  for (const [path, content] of Object.entries(contents)) {
    store.begin({ path, kind: 'file' });
    for (const chunk of Array.isArray(content) ? content : [content])
      store.chunk(Buffer.from(chunk as string));
    store.end('whole');
  }
  await store.settle();
  return store;
}

const texts = (store: ContentStore, entry: number, from = 1, count = 10): readonly string[] =>
  store.lines(entry, from, count).map(({ number, text }) => `${number} ${text}`);

/** 300,000 lines of 20 to 25 bytes: 7 MB, which is 26 blocks. */
const LONG = Array.from({ length: 300_000 }, (_, index) => `line ${index + 1} of the long log\n`).join('');

describe('ContentStore', () => {
  it('gives lines by their numbers', async () => {
    const store = await storeOf({ 'etc/hosts': '127.0.0.1 localhost\n192.0.2.7 db-01\n', motd: 'hello' });
    expect(texts(store, 0)).toEqual(['1 127.0.0.1 localhost', '2 192.0.2.7 db-01']);
    expect(texts(store, 1)).toEqual(['1 hello']);
    expect(texts(store, 0, 2, 1)).toEqual(['2 192.0.2.7 db-01']);
    expect(texts(store, 0, 3)).toEqual([]);
  });

  it('finds an entry by its address and tells what it is', async () => {
    const store = await storeOf({
      'a.zip!/b': 'one\ntwo',
      'var/core': Buffer.alloc(40),
    });
    expect(store.find('a.zip!/b')).toBe(0);
    expect(store.find('a.zip!/c')).toBeUndefined();
    expect(store.entry(0)).toEqual({
      number: 0,
      path: 'a.zip!/b',
      bytes: 7,
      lines: 2,
      firstLine: 1,
      encoding: 'utf-8',
      lineEnd: 'lf',
      binary: false,
      section: false,
      state: 'whole',
      kept: 'whole',
    });
    expect(store.entry(1)).toMatchObject({ path: 'var/core', bytes: 40, binary: true });
  });

  it('goes to any line of a log of many blocks', async () => {
    const store = await storeOf({ before: 'x\n'.repeat(77), log: LONG, after: 'y' });
    expect(store.entry(1)).toMatchObject({ lines: 300_000, kept: 'whole' });
    for (const number of [1, 2, 9_999, 150_000, 299_999, 300_000]) {
      expect(texts(store, 1, number, 1)).toEqual([`${number} line ${number} of the long log`]);
    }
    expect(texts(store, 2)).toEqual(['1 y']);
  });

  it('gives the same lines while the log is still being read', () => {
    const store = openStore();
    store.begin({ path: 'log', kind: 'file' });
    store.chunk(Buffer.from(LONG));
    store.end('whole');
    for (const number of [1, 150_000, 300_000]) {
      expect(texts(store, 0, number, 1)).toEqual([`${number} line ${number} of the long log`]);
    }
  });

  it('goes from lines to bytes and back', async () => {
    const store = await storeOf({ before: 'x\ny', log: LONG });
    const at = LONG.indexOf('line 123456 ');
    expect(store.byteOfLine(1, 123_456)).toBe(at);
    expect([at - 1, at, at + 5].map((byte) => store.lineOfByte(1, byte))).toEqual([
      123_455, 123_456, 123_456,
    ]);
    expect(store.bytes(1, at, 11).toString()).toBe('line 123456');
    expect(store.lines(1, 123_456, 1)[0]?.at).toBe(at);
  });

  it('gives bytes across blocks and none behind the end', async () => {
    const store = await storeOf({ log: LONG, after: 'y' });
    expect(store.bytes(0, 262_140, 10).toString()).toBe(LONG.slice(262_140, 262_150));
    expect(store.bytes(0, LONG.length - 4, 100).toString()).toBe('log\n');
    expect(store.bytes(0, LONG.length, 100)).toHaveLength(0);
  });

  it('streams an entry from its first byte to its last', async () => {
    const store = await storeOf({ before: 'x\ny', log: LONG, after: 'z' });
    const pieces: Uint8Array[] = [];
    for await (const piece of store.content(1)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString() === LONG).toBe(true);
  });

  it('ends lines at CRLF, and at CR where there is no LF at all', async () => {
    const store = await storeOf({
      dos: 'one\r\ntwo\r\n',
      mac: ['one\rtw', 'o\rthree'],
      progress: ['10%\r20%\r', '100%\r\ndone\n'],
    });
    expect(texts(store, 0)).toEqual(['1 one', '2 two']);
    expect(texts(store, 1)).toEqual(['1 one', '2 two', '3 three']);
    expect(texts(store, 2)).toEqual(['1 10%\r20%\r100%', '2 done']);
    expect([0, 1, 2].map((entry) => store.entry(entry).lineEnd)).toEqual(['crlf', 'cr', 'crlf']);
  });

  it('counts by LF where the first of them comes after many blocks of CR', async () => {
    const store = await storeOf({ odd: ['10%\r'.repeat(200_000), '\nsecond\nthird\n'], next: 'a\nb' });
    expect(store.entry(0)).toMatchObject({ lines: 3, lineEnd: 'crlf' });
    expect(texts(store, 0, 2)).toEqual(['2 second', '3 third']);
    expect(store.lines(0, 1, 1, 8)).toEqual([
      { number: 1, text: '10%\r10%\r', cut: true, bytes: 799_999, at: 0 },
    ]);
    expect(texts(store, 1)).toEqual(['1 a', '2 b']);
  });

  it('makes UTF-16 readable, keeps Latin-1, drops a byte order mark', async () => {
    const store = await storeOf({
      wide: Buffer.from('\ufeffhealthy: true\nname: dä\n', 'utf16le'),
      western: Buffer.from('caf\u00e9\nplain\n', 'latin1'),
      marked: '\ufefffirst\n',
    });
    expect(texts(store, 0)).toEqual(['1 healthy: true', '2 name: dä']);
    expect(store.entry(0).encoding).toBe('utf-16le');
    expect(texts(store, 1)).toEqual(['1 café', '2 plain']);
    expect(texts(store, 2)).toEqual(['1 first']);
  });

  it('keeps control characters as they are', async () => {
    const store = await storeOf({ log: 'a\u001b[31mb\u0007\0c\n' });
    expect(store.lines(0, 1, 1)[0]?.text).toBe('a\u001b[31mb\u0007\0c');
  });

  it('cuts a line of megabytes and knows how long it is', async () => {
    const store = await storeOf({ log: ['short\n', Buffer.alloc(3_000_000, 'x'), '\nlast\n'] });
    const [line] = store.lines(0, 2, 1, 10);
    expect(line).toEqual({ number: 2, text: 'xxxxxxxxxx', cut: true, bytes: 3_000_000, at: 6 });
    expect(texts(store, 0, 3)).toEqual(['3 last']);
  });

  it('cuts no character in two', async () => {
    const store = await storeOf({ log: 'aäöü\n' });
    expect(store.lines(0, 1, 1, 4)[0]).toMatchObject({ text: 'aä', cut: true, bytes: 7 });
    expect(store.lines(0, 1, 1, 7)[0]).toMatchObject({ text: 'aäöü', cut: false });
  });

  it('keeps a section where it lies in its file, with the lines it has there', async () => {
    const text =
      '#==[ Command ]====#\n# /bin/uname -a\nLinux web-03\n\n#==[ Command ]====#\n# /bin/df\nFilesystem\nlast\n';
    const store = openStore();
    await ingest({ kind: 'memory', name: 'scc', files: { 'basic.txt': text, 'other.txt': 'x' } }, store, {
      limits: DEFAULT_LIMITS,
    });
    const df = store.find('basic.txt!#/bin/df') ?? -1;
    expect(texts(store, df, 1)).toEqual(['7 Filesystem', '8 last']);
    expect(texts(store, store.find('basic.txt!#/bin/uname -a') ?? -1)).toEqual(['3 Linux web-03', '4 ']);
    expect(store.entry(df)).toMatchObject({ firstLine: 7, lines: 2, bytes: 16, section: true });
    expect(store.lineOfByte(df, 12)).toBe(8);
    expect(texts(store, store.find('other.txt') ?? -1)).toEqual(['1 x']);
  });

  it('takes less disk than the content is long', async () => {
    const store = await storeOf({ log: LONG });
    expect(store.bytesOnDisk).toBeLessThan(LONG.length / 4);
  });

  it('says once that its quota is met, and goes on without keeping', async () => {
    const store = openStore(100_000);
    store.begin({ path: 'first', kind: 'file' });
    store.chunk(Buffer.from('early line\n'));
    for (let count = 0; count < 20 && store.chunk(noise(200_000)); count++) await store.settle();
    store.end('whole');
    expect(store.begin({ path: 'second', kind: 'file' })).toBe(false);
    expect(problems.map(({ code }) => code)).toEqual(['limit-store-bytes']);
    expect(problems[0]?.detail).toMatch(
      /^The store for viewing met its limit after 0 entries \(\d+ bytes\)/u,
    );
    expect(store.entry(0).kept).toBe('none');
    expect(store.lines(0, 1, 1)).toEqual([]);
  });

  it('shows the part of an entry that was kept before the quota was met', async () => {
    const store = openStore(300_000);
    store.begin({ path: 'first', kind: 'file' });
    store.chunk(Buffer.from('early line\n'));
    for (let count = 0; count < 20 && store.chunk(noise(200_000)); count++) await store.settle();
    store.end('whole');
    expect(store.entry(0).kept).toBe('part');
    expect(texts(store, 0, 1, 1)).toEqual(['1 early line']);
  });

  it('keeps its folder private and holds no name of the bundle', async () => {
    await storeOf({ 'etc/shadow': 'root:*:' });
    const [name = ''] = readdirSync(parent);
    expect(name).toMatch(/^bundlescope-store-\d+-[A-Za-z0-9]{6}$/u);
    expect(statSync(join(parent, name)).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(parent, name))).toEqual(['owner']);
  });

  it('leaves nothing when it is closed', async () => {
    const store = await storeOf({ log: LONG });
    await store.close();
    stores = [];
    expect(readdirSync(parent)).toEqual([]);
    expect(existsSync(parent)).toBe(true);
  });
});

/** Bytes that cannot be packed, the same in every run. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 4242;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}
