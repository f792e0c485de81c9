import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { readBothWays, readBytes } from '../../test/harness/read-bytes.ts';
import { longEntry, octal, paxEntry, tarEntry, tarFile, tarHeader } from '../../test/harness/tar-blocks.ts';
import { aesPart, zipCryptoPart } from '../../test/harness/zip-passwords.ts';
import { zipFile } from '../../test/harness/zip-records.ts';

const TEXT = 'a line of a log\n'.repeat(40);

const TAR = tarFile(
  tarEntry({ name: 'first' }, TEXT),
  longEntry('L', 'n'.repeat(200)),
  tarEntry({ name: 'n' }, TEXT),
  paxEntry([
    ['path', 'pax'],
    ['mtime', '1750000000'],
  ]),
  tarEntry({ name: 'x' }, TEXT),
  tarHeader({
    name: 'sparse',
    type: 'S',
    magic: 'gnu',
    size: 512,
    at: { 386: octal(1000) + octal(512), 483: octal(5000) },
  }),
  Buffer.alloc(512, 's'),
  tarEntry({ name: 'inner.zip' }, zipFile([{ name: 'member', content: TEXT }])),
  tarEntry({ name: 'log.gz' }, gzipSync(TEXT)),
  tarEntry({ name: 'last' }, TEXT),
);

const ZIP = zipFile(
  [
    { name: 'first', content: TEXT },
    { name: 'described', content: TEXT, described: 'marked' },
    { name: 'stored', content: TEXT, method: 0, described: 'bare' },
    { name: 'wide', content: TEXT, wide: true },
    { name: 'link', content: 'first', mode: 0o120777, method: 0 },
    zipCryptoPart('locked', TEXT, 'pw'),
    aesPart('aes', TEXT, 'pw'),
    { name: 'last', content: TEXT },
  ],
  { wide: true },
);

const FIRST_ENDS = { tar: 512 + 1024, zip: ZIP.indexOf('PK\u0003\u0004', 1, 'latin1') };

/** Bytes set at random places behind the first entry; the rest cut off at times. */
function damaged(archive: Buffer, from: number): fc.Arbitrary<Buffer> {
  const flips = fc.array(
    fc.record({
      at: fc.integer({ min: from, max: archive.length - 1 }),
      byte: fc.integer({ min: 0, max: 255 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const end = fc.option(fc.integer({ min: from, max: archive.length }), { nil: archive.length });
  return fc.tuple(flips, end).map(([places, length]) => {
    const bytes = Buffer.from(archive);
    for (const { at, byte } of places) bytes[at] = byte;
    return bytes.subarray(0, length);
  });
}

const RUNS = { numRuns: 300, seed: 20_260_115 } as const;

describe('damage', () => {
  it('of a tar ends no reading and costs no entry before it', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(TAR, FIRST_ENDS.tar), async (bytes) => {
        const { texts, end } = await readBytes(bytes);
        expect(texts['first']).toBe(TEXT);
        expect(end.bytes).toBe(bytes.length);
      }),
      RUNS,
    );
  });

  it('of a zip ends no reading and costs no member before it, read as a file or forward', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(ZIP, FIRST_ENDS.zip), async (bytes) => {
        const { file, stream } = await readBothWays(bytes, { password: 'pw' });
        expect(Object.values(file.texts)).toContain(TEXT);
        expect(stream.texts['first']).toBe(TEXT);
        expect([file.end.bytes, stream.end.bytes]).toEqual([bytes.length, bytes.length]);
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  it('of every single byte of a header of a tar is told', async () => {
    const plain = tarFile(tarEntry({ name: 'a' }, 'one\n'), tarEntry({ name: 'b' }, 'two\n'));
    // All but the blank behind the checksum, which says nothing.
    const places = Array.from({ length: 512 }, (_, at) => at).filter((at) => at !== 155);
    for (const at of places) {
      const bytes = Buffer.from(plain);
      bytes[1024 + at] = (bytes[1024 + at] ?? 0) ^ 0x55;
      const { texts, problems } = await readBytes(bytes);
      expect(texts['a']).toBe('one\n');
      expect(problems.map(({ code }) => code)).toEqual(['damaged']);
    }
  });
});
