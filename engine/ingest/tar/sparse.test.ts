import { describe, expect, it } from 'vitest';

import { readBytes } from '../../../test/harness/read-bytes.ts';
import { octal, padded, paxEntry, tarEntry, tarFile, tarHeader } from '../../../test/harness/tar-blocks.ts';

const HOLE = '\0'.repeat(1000);
const LAST = tarEntry({ name: 'last' }, 'last');

async function read(bytes: Uint8Array, pieces?: number) {
  const { texts, entries, problems } = await readBytes(bytes, pieces === undefined ? {} : { pieces });
  const shown = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, text.replaceAll(HOLE, '(1000)')]),
  );
  return { texts: shown, entries, told: problems.map(({ code, detail }) => `${code}: ${detail}`) };
}

/** `Nov 23` at 0, then a hole of 2000 bytes, then `Nov 24`, then a hole of 1000 bytes. */
const PAIRS = [0, 6, 2006, 6, 3012, 0] as const;
const STORED = 'Nov 23Nov 24';
const LOGICAL = 'Nov 23(1000)(1000)Nov 24(1000)';

function gnuSparse(pairs: readonly number[], size: number, more = ''): Buffer {
  const map = pairs.map(octal).join('');
  return tarHeader({
    name: 'lastlog',
    type: 'S',
    magic: 'gnu',
    size: STORED.length,
    at: { 386: map, 482: more, 483: octal(size) },
  });
}

describe('sparse files of a tar', () => {
  it('are read from the map in a header of GNU', async () => {
    const { texts, entries, told } = await read(tarFile(gnuSparse(PAIRS, 3012), padded(STORED), LAST));
    expect(texts).toEqual({ lastlog: LOGICAL, last: 'last' });
    expect(entries[0]).toMatchObject({ path: 'lastlog', size: 3012 });
    expect(told).toEqual([]);
  });

  it('are read from a map that goes on in blocks behind the header', async () => {
    const [first, second] = [Buffer.alloc(512), Buffer.alloc(512)];
    // A block holds 21 pairs; all of the first are empty segments.
    first.write(octal(6) + octal(0), 0, 'latin1');
    for (let pair = 1; pair < 21; pair++) first.write(octal(6) + octal(0), pair * 24, 'latin1');
    first[504] = 1;
    second.write([2006, 6, 3012, 0].map(octal).join(''), 'latin1');
    const header = gnuSparse([0, 6, 6, 0, 6, 0, 6, 0], 3012, '\u0001');
    const { texts, told } = await read(tarFile(header, first, second, padded(STORED), LAST));
    expect(texts).toEqual({ lastlog: LOGICAL, last: 'last' });
    expect(told).toEqual([]);
  });

  it('are read from pairs of PAX records, version 0.0', async () => {
    const records = paxEntry([
      ['GNU.sparse.size', '3012'],
      ['GNU.sparse.numblocks', '3'],
      ['GNU.sparse.offset', '0'],
      ['GNU.sparse.numbytes', '6'],
      ['GNU.sparse.offset', '2006'],
      ['GNU.sparse.numbytes', '6'],
      ['GNU.sparse.offset', '3012'],
      ['GNU.sparse.numbytes', '0'],
    ]);
    const { texts, told } = await read(tarFile(records, tarEntry({ name: 'lastlog' }, STORED), LAST));
    expect(texts).toEqual({ lastlog: LOGICAL, last: 'last' });
    expect(told).toEqual([]);
  });

  it('are read from the map in one PAX record, version 0.1, under their real name', async () => {
    const records = paxEntry([
      ['GNU.sparse.size', '3012'],
      ['GNU.sparse.name', 'var/log/lastlog'],
      ['GNU.sparse.map', PAIRS.join(',')],
    ]);
    const file = tarEntry({ name: 'var/log/GNUSparseFile.7/lastlog' }, STORED);
    expect((await read(tarFile(records, file, LAST))).texts).toEqual({
      'var/log/lastlog': LOGICAL,
      last: 'last',
    });
  });

  it('are read from the map in front of the body, version 1.0, in pieces of any size', async () => {
    const records = paxEntry([
      ['GNU.sparse.major', '1'],
      ['GNU.sparse.minor', '0'],
      ['GNU.sparse.name', 'var/log/lastlog'],
      ['GNU.sparse.realsize', '3012'],
    ]);
    const map = padded(`3\n${PAIRS.join('\n')}\n`);
    const file = tarEntry({ name: 'GNUSparseFile.7/lastlog' }, Buffer.concat([map, Buffer.from(STORED)]));
    for (const pieces of [5, 512, 10_000]) {
      const { texts, entries, told } = await read(tarFile(records, file, LAST), pieces);
      expect(texts).toEqual({ 'var/log/lastlog': LOGICAL, last: 'last' });
      expect(entries[0]?.size).toBe(3012);
      expect(told).toEqual([]);
    }
  });

  it('are told and not read where the map fits neither the size nor what is stored', async () => {
    const wrong = [
      [0, 6, 2006, 7],
      [0, 6, 2, 6],
      [2006, 6, 0, 6],
      [0, 6, 4000, 6],
    ];
    for (const pairs of wrong) {
      const { texts, entries, told } = await read(tarFile(gnuSparse(pairs, 3012), padded(STORED), LAST));
      expect(texts).toEqual({ last: 'last' });
      expect(entries[0]).toMatchObject({ path: 'lastlog', unread: expect.stringMatching(/^The map/u) });
      expect(told).toEqual([
        'damaged: The map of the holes in lastlog does not fit its size; it was not read',
      ]);
    }
  });

  it('are told where the map in front of the body is no list of numbers', async () => {
    const records = paxEntry([
      ['GNU.sparse.major', '1'],
      ['GNU.sparse.realsize', '3012'],
    ]);
    const { texts, told } = await read(tarFile(records, tarEntry({ name: 'x' }, '3\n0\nsix\n'), LAST));
    expect(texts).toEqual({ last: 'last' });
    expect(told).toHaveLength(1);
  });

  it('are cut, not filled with zeros, where the archive breaks off', async () => {
    const whole = Buffer.concat([gnuSparse(PAIRS, 3012), Buffer.from(STORED)]);
    const { texts, told } = await read(whole.subarray(0, 512 + 9));
    expect(texts).toEqual({ lastlog: 'Nov 23(1000)(1000)Nov' });
    expect(told).toEqual(['truncated: The tar ends inside lastlog']);
  });

  it('are held to the limit of an entry', async () => {
    const pairs = [0, 12, 2 ** 33 - 1, 0];
    const huge = gnuSparse(pairs, 2 ** 33 - 1);
    const { texts, problems } = await readBytes(tarFile(huge, padded(STORED), LAST), {
      limits: { entryBytes: 1_000_000, totalBytes: 3_000_000 },
    });
    expect(texts['lastlog']?.length).toBeLessThan(1_000_001);
    expect(texts['last']).toBe('last');
    expect(problems.map(({ code }) => code)).toEqual(['limit-entry-bytes']);
  });
});
