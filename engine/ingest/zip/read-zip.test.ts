import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { readBothWays, readBytes, type ReadBytes } from '../../../test/harness/read-bytes.ts';
import { endRecord, zipFile, type ZipFileOptions, type ZipPart } from '../../../test/harness/zip-records.ts';

const HOSTS: ZipPart = { name: 'etc/hosts', content: '127.0.0.1 localhost\n'.repeat(20) };
const LAST: ZipPart = { name: 'last', content: 'last' };
/** 40 bytes with its header. */
const FIRST: ZipPart = { name: 'first', content: 'one!\n', method: 0 };

const told = ({ problems }: ReadBytes): readonly string[] =>
  problems.map(({ code, detail }) => `${code}: ${detail}`);
const listed = ({ entries }: ReadBytes): readonly string[] =>
  entries.map(({ kind, path }) => `${kind} ${path}`);

/** As a file on disk, by its directory. */
async function readFile(parts: readonly ZipPart[], options: ZipFileOptions = {}): Promise<ReadBytes> {
  return (await readBothWays(zipFile(parts, options))).file;
}

describe('readZip', () => {
  it('reads stored, deflated and zstd members, from a file and from a stream alike', async () => {
    const content = 'packed by zstd\n'.repeat(10);
    const zstd = { content, packed: zstdCompressSync(content) };
    const parts: readonly ZipPart[] = [
      HOSTS,
      { name: 'stored', content: 'stored', method: 0 },
      { name: 'zstd', method: 93, ...zstd },
      { name: 'old zstd', method: 20, ...zstd },
      { name: 'empty', content: '', method: 0 },
    ];
    const { file, stream } = await readBothWays(zipFile(parts));
    expect(file.texts).toEqual({
      'etc/hosts': '127.0.0.1 localhost\n'.repeat(20),
      stored: 'stored',
      zstd: content,
      'old zstd': content,
      empty: '',
    });
    expect(stream.texts).toEqual(file.texts);
    expect([file.problems, stream.problems]).toEqual([[], []]);
  });

  it('reads sizes behind the data, in each of their forms', async () => {
    for (const described of ['marked', 'bare', 'wide'] as const) {
      const parts: readonly ZipPart[] = [
        { ...HOSTS, described },
        { name: 'none', content: '', described },
        LAST,
      ];
      const { file, stream } = await readBothWays(zipFile(parts));
      expect(Object.keys(file.texts)).toEqual(['etc/hosts', 'none', 'last']);
      expect(stream.texts).toEqual(file.texts);
      expect([file.problems, stream.problems]).toEqual([[], []]);
    }
  });

  it('reads zip64: sizes in extra fields, the directory found by a record of its own', async () => {
    const { file, stream } = await readBothWays(zipFile([{ ...HOSTS, wide: true }, LAST], { wide: true }));
    expect(Object.keys(file.texts)).toEqual(['etc/hosts', 'last']);
    expect(stream.texts).toEqual(file.texts);
    expect([file.problems, stream.problems]).toEqual([[], []]);
  });

  it('lists folders, links and pipes by their Unix mode', async () => {
    const parts: readonly ZipPart[] = [
      { name: 'etc/', mode: 0o40755, method: 0 },
      { name: 'etc/os-release', content: '../usr/lib/os-release', mode: 0o120777, method: 0 },
      { name: 'packed link', content: 'last', mode: 0o120777 },
      { name: 'pipe', mode: 0o10644, method: 0 },
      LAST,
    ];
    const { file } = await readBothWays(zipFile(parts));
    expect(listed(file)).toEqual([
      'folder etc',
      'link etc/os-release',
      'link packed link',
      'other pipe',
      'file last',
    ]);
    expect(file.entries.map(({ linkTarget }) => linkTarget)).toEqual([
      undefined,
      '../usr/lib/os-release',
      'last',
      undefined,
      undefined,
    ]);
    expect(file.texts).toEqual({ last: 'last' });
  });

  it('learns from the directory at the end of a stream what was a link', async () => {
    const parts: readonly ZipPart[] = [
      { name: 'link', content: '../usr/lib/os-release', mode: 0o120777, method: 0 },
      { name: 'small', content: 'no link', method: 0 },
      LAST,
    ];
    const { stream } = await readBothWays(zipFile(parts));
    expect(listed(stream)).toEqual(['link link', 'file small', 'file last']);
    expect(stream.texts).toEqual({ last: 'last', small: 'no link' });
    expect(stream.problems).toEqual([]);
  });

  it('takes system of DOS at its word: backslashes part folders, a flag makes them', async () => {
    const dos = await readFile([
      { name: 'a\\b', content: 'x', system: 0 },
      { name: 'folder', system: 0, mode: 0x10, method: 0 },
    ]);
    expect(listed(dos)).toEqual(['file a/b', 'folder folder']);
    const unix = await readFile([{ name: 'dev-disk-by\\x2duuid', content: 'x' }]);
    expect(listed(unix)).toEqual(['file dev-disk-by\\x2duuid']);
  });

  it('compares size and checksum, and gives the content all the same', async () => {
    const parts: readonly ZipPart[] = [
      { name: 'crc', content: 'content', crc: 1 },
      { name: 'short', content: 'content', named: { size: 9 } },
      { name: 'long', content: 'content', named: { size: 5 } },
      LAST,
    ];
    const file = await readFile(parts);
    expect(file.texts).toEqual({ crc: 'content', short: 'content', long: 'content', last: 'last' });
    expect(file.cut).toEqual(['crc', 'short', 'long']);
    expect(file.problems.map(({ code, detail, at }) => `${code} ${at?.entry}: ${detail}`)).toEqual([
      'checksum-mismatch crc: Its checksum does not match, after 7 unpacked bytes',
      'truncated short: It ends before its 9 bytes, after 7 unpacked bytes',
      'damaged long: It is larger than the 5 bytes it should have, after 7 unpacked bytes',
    ]);
    expect(file.end).toMatchObject({ ended: 'damaged', entriesMissing: false });
  });

  it('reads on behind a member whose data are damaged', async () => {
    const packed = Buffer.from('not deflated at all');
    const bytes = zipFile([HOSTS, { name: 'bad', content: 'x', packed }, LAST]);
    for (const { texts, cut, problems } of Object.values(await readBothWays(bytes))) {
      expect(Object.keys(texts)).toEqual(['etc/hosts', 'bad', 'last']);
      expect(cut).toEqual(['bad']);
      expect(problems.map(({ code, at }) => `${code} ${at?.entry}`)).toEqual(['damaged bad']);
    }
  });

  it('names methods that it does not read, and lists their members', async () => {
    const { texts, entries, problems } = await readFile([{ name: 'lzma', content: 'x', method: 14 }, LAST]);
    expect(texts).toEqual({ last: 'last' });
    expect(entries[0]).toMatchObject({
      path: 'lzma',
      unread: 'lzma is packed by method 14 (LZMA), which is not read',
    });
    expect(problems.map(({ code }) => code)).toEqual(['unsupported']);
  });

  it('reads members in whatever order the directory names them', async () => {
    const file = await readFile([HOSTS, LAST, { name: 'third', content: '3' }], { order: [2, 0, 1] });
    expect(Object.keys(file.texts)).toEqual(['etc/hosts', 'last', 'third']);
    expect(file.problems).toEqual([]);
  });

  it('keeps all versions of a name', async () => {
    const { texts } = await readFile([
      LAST,
      { name: 'last', content: 'second' },
      { name: '__proto__', content: 'p' },
    ]);
    expect(texts['last']).toBe('last');
    expect(texts['last!@2']).toBe('second');
    expect(Object.hasOwn(texts, '__proto__')).toBe(true);
  });

  it('gives the content of a second version, damaged as it is, under its own address', async () => {
    const { problems, cut } = await readFile([LAST, { name: 'last', content: 'second', crc: 1 }]);
    expect(problems.map(({ at }) => at?.entry)).toEqual(['last!@2']);
    expect(cut).toEqual(['last!@2']);
  });

  it('finds the archive behind a program that unpacks it', async () => {
    const prefix = Buffer.from('#!/bin/sh\nexec unzip "$0"\n# PK\u0003\u0004 is no member here\n');
    const bytes = zipFile([HOSTS, LAST], { prefix });
    const { file } = await readBothWays(bytes, { name: 'bundle.run' });
    expect(Object.keys(file.texts)).toEqual(['etc/hosts', 'last']);
    expect(file.problems).toEqual([]);
  });

  it('tells a member that is not where the directory says, or lies outside', async () => {
    const parts: readonly ZipPart[] = [
      HOSTS,
      { name: 'here', content: 'x', named: { name: 'gone', at: 99_999 } },
      LAST,
    ];
    const file = await readFile(parts);
    expect(file.texts['last']).toBe('last');
    expect(told(file)).toContain('damaged: gone is not at byte 99999, where the directory says');
    expect(file.entries.find(({ path }) => path === 'gone')?.unread).toBeDefined();
  });

  it('reads a member that no directory names, and tells it', async () => {
    const { file, stream } = await readBothWays(
      zipFile([FIRST, { ...LAST, hidden: true }, { name: 'x', content: 'x' }]),
    );
    for (const read of [file, stream]) {
      expect(read.texts).toEqual({ first: 'one!\n', last: 'last', x: 'x' });
      expect(told(read)).toEqual([
        'damaged: The directory does not name the member at byte 40; it was read too',
      ]);
    }
  });

  it('tells where the two headers of a member disagree', async () => {
    const bytes = zipFile([HOSTS, { ...LAST, named: { name: 'lost' } }]);
    const { file, stream } = await readBothWays(bytes);
    expect(Object.keys(file.texts)).toEqual(['etc/hosts', 'lost']);
    expect(told(file)).toEqual(['damaged: The directory calls lost what its header calls last']);
    expect(Object.keys(stream.texts)).toEqual(['etc/hosts', 'last']);
    expect(told(stream)).toEqual([
      'damaged: The directory names lost by another name than the header before its data',
    ]);
  });

  it('uses the size before the data where that of the directory does not fit', async () => {
    const file = await readFile([{ ...HOSTS, named: { packedSize: 4_000_000 } }, LAST]);
    expect(file.texts).toEqual({ 'etc/hosts': '127.0.0.1 localhost\n'.repeat(20), last: 'last' });
    expect(told(file)).toEqual([
      'damaged: The directory gives etc/hosts a size that its header does not have',
    ]);
  });

  it('reads one of several members that share their data', async () => {
    const bomb = Array.from({ length: 5 }, (_, index): ZipPart => ({
      ...HOSTS,
      name: `b${index}`,
      named: { at: 0 },
    }));
    const shared = zipFile([HOSTS, ...bomb.map((part) => ({ ...part, packed: Buffer.alloc(0) })), LAST]);
    const { file } = await readBothWays(shared);
    expect(file.texts['etc/hosts']).toHaveLength(400);
    expect(file.texts['last']).toBe('last');
    expect(told(file).filter((line) => line.endsWith('lies inside another member'))).toHaveLength(5);
  });

  it('leaves out members whose data quote the headers of those behind them', async () => {
    const inner = zipFile([{ name: 'inner', content: 'inner', method: 0 }]).subarray(0, 40);
    const quoting: ZipPart = { name: 'quoting', content: inner, method: 0 };
    const bytes = zipFile([
      quoting,
      { name: 'inner', content: 'inner', method: 0, packed: Buffer.alloc(0), named: { at: 37 } },
      LAST,
    ]);
    const { file } = await readBothWays(bytes);
    expect(file.texts['last']).toBe('last');
    expect(told(file)).toContain('damaged: quoting runs into what follows it and was not read');
  });

  it('is not led astray by an end record in the comment, and tells it', async () => {
    const fake = endRecord(0, 0, 0);
    const file = await readFile([HOSTS, LAST], { comment: fake });
    expect(Object.keys(file.texts)).toEqual(['etc/hosts', 'last']);
    expect(told(file)).toEqual(['damaged: The zip has 2 directories that fit; the one of 2 members counts']);
  });

  it('tells what stands behind the end, and a count that is wrong', async () => {
    const trailing = (await readBothWays(Buffer.concat([zipFile([LAST]), Buffer.from('left over')]))).file;
    expect(trailing.texts).toEqual({ last: 'last' });
    expect(told(trailing)).toEqual(['trailing-data: 9 bytes behind the end of the zip do not belong to it']);
    expect(told(await readFile([LAST], { count: 3 }))).toEqual([
      'damaged: The directory holds 1 of 3 members',
    ]);
  });

  it('reads one part of several as far as it goes', async () => {
    const file = await readFile([HOSTS, LAST], { disk: 1 });
    expect(Object.keys(file.texts)).toEqual(['etc/hosts', 'last']);
    expect(told(file)).toEqual(['unsupported: The zip is one part of several; the others are not read']);
  });

  it('reads the members before a cut, and gives the last as cut', async () => {
    const bytes = zipFile([FIRST, { name: 'cut', content: 'c'.repeat(500), method: 0 }]).subarray(0, 300);
    for (const read of Object.values(await readBothWays(bytes))) {
      expect(read.texts).toEqual({ first: 'one!\n', cut: 'c'.repeat(227) });
      expect(read.cut).toEqual(['cut']);
      expect(told(read)).toEqual([
        'truncated: It ends before its 500 bytes, after 227 unpacked bytes',
        'truncated: The directory at the end of the zip is missing; members may be missing',
      ]);
      expect(read.end).toMatchObject({ ended: 'damaged', entriesMissing: true });
    }
  });

  it('finds the next member behind damage where the directory is lost', async () => {
    const bytes = zipFile([FIRST, { name: 'bad', content: 'bad', method: 0 }, LAST]);
    const cut = bytes.subarray(0, bytes.indexOf('PK\u0001\u0002', 'latin1'));
    cut.write('XX', 40, 'latin1');
    const { file } = await readBothWays(cut);
    expect(Object.keys(file.texts)).toEqual(['first', 'last']);
    expect(told(file)[0]).toBe('damaged: 36 bytes from byte 40 on belong to no member');
  });

  it('parts stored members with sizes behind them where the directory is lost', async () => {
    const nested = zipFile([LAST]);
    const stored: ZipPart = {
      name: 'in.bin',
      content: Buffer.concat([Buffer.from('x'), nested]),
      method: 0,
      described: 'marked',
    };
    const bytes = zipFile([stored, LAST]);
    const cut = bytes.subarray(0, bytes.length - 22 - 2 * 46 - 10);
    const { file } = await readBothWays(cut);
    expect(file.texts['in.bin']).toBe(`x${nested.toString('latin1')}`);
    expect(file.texts['last']).toBe('last');
  });

  it('holds the rest of a stream where only the directory tells how long a member is', async () => {
    const stored: ZipPart = { name: 'stored', content: 'stored', method: 0, described: 'bare' };
    const link: ZipPart = { name: 'link', content: 'last', mode: 0o120777, method: 0 };
    const { stream } = await readBothWays(zipFile([FIRST, link, stored, LAST]));
    expect(stream.texts).toEqual({
      first: 'one!\n',
      stored: 'stored',
      last: 'last',
    });
    expect(listed(stream)).toContain('link link');
    expect(told(stream)).toEqual([
      'held: The size of the member at byte 78 stands behind its data; the rest was held to read it',
    ]);
    expect(stream.end.ended).toBe('complete');
  });

  it('does not hold more of a stream than the limit', async () => {
    const stored: ZipPart = { name: 'stored', content: 's'.repeat(500), method: 0, described: 'bare' };
    const bytes = zipFile([HOSTS, stored, LAST]);
    const { texts, problems } = await readBytes(bytes, { limits: { heldArchiveBytes: 0, spoolBytes: 100 } });
    expect(Object.keys(texts)).toEqual(['etc/hosts']);
    expect(problems.map(({ code }) => code)).toEqual(['limit-spool-bytes']);
  });

  it('names an empty name, and leaves out the folder of all', async () => {
    const file = await readFile([
      { name: './', method: 0 },
      { name: './a//b', content: 'b' },
    ]);
    expect(listed(file)).toEqual(['file a/b']);
    expect(listed(await readFile([{ name: '.', content: 'dot' }]))).toEqual(['file !@1']);
  });

  it('reads an empty zip', async () => {
    const { file } = await readBothWays(zipFile([]));
    expect([file.entries, file.problems]).toEqual([[], []]);
  });

  it('lists a thousand problems of a kind, and how many more there are', async () => {
    const wrong = Array.from({ length: 1010 }, (_, index): ZipPart => ({
      name: `${index}`,
      content: 'x',
      crc: 1,
    }));
    const lines = told(await readFile(wrong));
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe('checksum-mismatch: 10 more problems of this kind are not listed');
  });

  it('leaves the name of the archive itself to its members', async () => {
    const { texts } = await readBytes(zipFile([{ name: 'stdin', content: 'x' }]));
    expect(texts).toEqual({ stdin: 'x' });
  });
});
