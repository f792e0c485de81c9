import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { tarOf } from '../../../test/harness/pack.ts';
import { readBytes } from '../../../test/harness/read-bytes.ts';
import {
  base256,
  END_MARK,
  longEntry,
  padded,
  paxEntry,
  tarEntry,
  tarFile,
  tarHeader,
} from '../../../test/harness/tar-blocks.ts';
import { hasTool, packedBy } from '../../../test/harness/tools.ts';
import { logOf } from '../decompress/unpack-for-test.ts';

const HOSTS = tarEntry({ name: 'etc/hosts' }, '127.0.0.1 localhost\n');
const LAST = tarEntry({ name: 'last' }, 'last');

async function read(...parts: readonly Uint8Array[]) {
  const bytes = Buffer.concat(parts);
  const { texts, cut, entries, problems, end } = await readBytes(bytes);
  return {
    texts,
    cut,
    entries,
    ended: end.ended,
    told: problems.map(({ code, detail, at }) => `${code} ${at?.offset}: ${detail}`),
  };
}

describe('readTar', () => {
  it('reads v7, which has no magic and no kind for folders', async () => {
    const folder = tarEntry({ name: 'etc/', type: '\0', magic: 'none' });
    const file = tarEntry({ name: 'etc/hosts', type: '\0', magic: 'none' }, 'old');
    const { texts, entries, told } = await read(tarFile(folder, file));
    expect(entries.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['folder etc', 'file etc/hosts']);
    expect(texts).toEqual({ 'etc/hosts': 'old' });
    expect(told).toEqual([]);
  });

  it('puts the prefix of ustar in front of the name, that of star too, and none of GNU', async () => {
    const ustar = tarEntry({ name: 'a', prefix: 'sos' });
    const star = tarEntry({ name: 'b', prefix: 'sos', at: { 476: '14741363600\0', 508: 'tar\0' } });
    const gnu = tarEntry({ name: 'c', magic: 'gnu', at: { 345: '14741363600\0' } });
    const { entries } = await read(tarFile(ustar, star, gnu));
    expect(entries.map(({ path }) => path)).toEqual(['sos/a', 'sos/b', 'c']);
  });

  it('takes the last of several long names of GNU, for the entry and for its target', async () => {
    const first = longEntry('L', 'first');
    const name = longEntry('L', `sos/${'n'.repeat(120)}`);
    const target = longEntry('K', `../${'t'.repeat(120)}`);
    const link = tarEntry({ name: 'short', type: '2', link: 'short', magic: 'gnu' });
    const { entries } = await read(tarFile(first, name, target, link, HOSTS));
    expect(entries.map(({ path, linkTarget }) => [path, linkTarget])).toEqual([
      [`sos/${'n'.repeat(120)}`, `../${'t'.repeat(120)}`],
      ['etc/hosts', undefined],
    ]);
  });

  it('reads path, target, size and time from PAX records, for one entry alone', async () => {
    const records = paxEntry([
      ['path', 'naïve/ß'],
      ['size', '3'],
      ['mtime', '1750000000.75'],
    ]);
    const file = tarEntry({ name: 'x', size: 0 }, 'abc');
    const { texts, entries } = await read(tarFile(records, file, HOSTS));
    expect(texts['naïve/ß']).toBe('abc');
    expect(entries.map(({ modified }) => modified)).toEqual([1_750_000_000_750, 1_760_000_000_000]);
  });

  it('lets global records hold until others say otherwise, but none set a size', async () => {
    const globals = paxEntry(
      [
        ['mtime', '1700000000'],
        ['size', '1000000'],
      ],
      'g',
    );
    const own = paxEntry([['mtime', '1710000000']]);
    const { entries, texts } = await read(tarFile(globals, HOSTS, own, LAST, LAST));
    expect(entries.map(({ modified }) => modified)).toEqual([1.7e12, 1.71e12, 1.7e12]);
    expect(texts['last']).toBe('last');
  });

  it('hears the records before a malformed one, and tells it', async () => {
    const records = tarEntry({ name: 'x', type: 'x' }, '13 path=good\n99999 size=1\n');
    const { texts, told } = await read(tarFile(records, tarEntry({ name: 'x' }, 'abc')));
    expect(texts).toEqual({ good: 'abc' });
    expect(told).toEqual(['damaged 512: The PAX header at byte 512 is malformed']);
  });

  it('leaves out an extended header that is too large, and reads the entry', async () => {
    const huge = tarEntry({ name: 'x', type: 'L' }, 'n'.repeat(2000));
    const bytes = tarFile(huge, HOSTS);
    const { texts, problems } = await readBytes(bytes, { limits: { headerBytes: 1024 } });
    expect(texts).toEqual({ 'etc/hosts': '127.0.0.1 localhost\n' });
    expect(problems.map(({ code }) => code)).toEqual(['limit-header-bytes']);
  });

  it('reads numbers in base 256, times before 1970 among them', async () => {
    const file = tarEntry({ name: 'old', size: base256(3n), modified: base256(-86_400n) }, 'abc');
    const { texts, entries } = await read(tarFile(file, LAST));
    expect(texts).toEqual({ old: 'abc', last: 'last' });
    expect(entries[0]?.modified).toBe(-86_400_000);
  });

  it('gives no time that no calendar has', async () => {
    const file = tarEntry({ name: 'x', modified: base256(2n ** 80n) });
    expect((await read(tarFile(file))).entries[0]?.modified).toBeUndefined();
  });

  it('reads checksums of signed bytes, as old writers summed', async () => {
    const header = tarHeader({ name: 'ö', size: 3 });
    const sum = header.reduce(
      (total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte > 127 ? byte - 256 : byte),
      0,
    );
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    expect((await read(header, padded('abc'), END_MARK)).texts).toEqual({ ö: 'abc' });
  });

  it('lists devices, pipes and links and reads nothing of them', async () => {
    const kinds = ['3', '4', '6', '2', '1'].map((type) => tarEntry({ name: `k${type}`, type, link: 'last' }));
    const { entries, texts, told } = await read(tarFile(...kinds, LAST));
    expect(entries.map(({ kind, hardLink }) => (hardLink ? 'hard link' : kind))).toEqual([
      'other',
      'other',
      'other',
      'link',
      'hard link',
      'file',
    ]);
    expect(texts).toEqual({ last: 'last' });
    expect(told).toEqual([]);
  });

  it('reads on whether or not a folder or a link with a size has a body', async () => {
    const hollow = tarHeader({ name: 'hollow/', type: '5', size: 4096 });
    const filled = tarEntry({ name: 'filled/', type: '5' }, 'x'.repeat(1000));
    const link = tarHeader({ name: 'link', type: '1', link: 'last', size: 20 });
    const dump = tarEntry({ name: 'dump/', type: 'D', magic: 'gnu' }, 'Yfile\0\0');
    const { entries, texts, told } = await read(tarFile(hollow, HOSTS, filled, link, LAST, dump));
    expect(entries.map(({ path }) => path)).toEqual([
      'hollow',
      'etc/hosts',
      'filled',
      'link',
      'last',
      'dump',
    ]);
    expect(texts).toEqual({ 'etc/hosts': '127.0.0.1 localhost\n', last: 'last' });
    expect(told).toEqual([]);
  });

  it('reads a kind that is not known as a file and tells it', async () => {
    const { texts, told } = await read(tarFile(tarEntry({ name: 'odd', type: 'Z' }, 'abc'), LAST));
    expect(texts).toEqual({ odd: 'abc', last: 'last' });
    expect(told).toEqual(['unsupported 512: odd is of a kind that is not known and was read as a file']);
  });

  it('finds the next header after damage and tells how much it passed over', async () => {
    const bad = tarEntry({ name: 'bad' }, 'x'.repeat(600));
    bad[20] = 0xff;
    const { texts, told, ended } = await read(tarFile(HOSTS, paxEntry([['path', 'bad/path']]), bad, LAST));
    expect(texts).toEqual({ 'etc/hosts': '127.0.0.1 localhost\n', last: 'last' });
    expect(told).toEqual([
      'damaged 2048: No tar header at byte 2048; 1536 bytes up to the next were skipped',
    ]);
    expect(ended).toBe('damaged');
  });

  it('reads on where the first header is the damaged one', async () => {
    const bad = tarEntry({ name: 'bad' });
    bad[20] = 0xff;
    const { texts, told } = await read(tarFile(bad, LAST));
    expect(texts).toEqual({ last: 'last' });
    expect(told).toEqual(['damaged 0: No tar header at byte 0; 512 bytes up to the next were skipped']);
  });

  it('tells damage after which no header comes', async () => {
    const { texts, told } = await read(tarFile(HOSTS, Buffer.alloc(1000, 'x'), Buffer.alloc(24)));
    expect(Object.keys(texts)).toEqual(['etc/hosts']);
    expect(told).toEqual(['damaged 1024: No tar header at byte 1024, nor in the 1024 bytes behind it']);
  });

  it('reads a second tar behind the end of the first', async () => {
    const { texts, told, ended } = await read(tarFile(HOSTS), tarFile(LAST));
    expect(Object.keys(texts)).toEqual(['etc/hosts', 'last']);
    expect(told).toEqual([
      'trailing-data 2048: Another tar begins behind the end of the first; it was read too',
    ]);
    expect(ended).toBe('complete');
  });

  it('tells what is no tar behind its end', async () => {
    const { told, ended } = await read(tarFile(HOSTS), Buffer.from('left over'));
    expect(told).toEqual(['trailing-data 2048: 9 bytes behind the end of the tar are no tar']);
    expect(ended).toBe('complete');
  });

  it('passes over a single block of zeros', async () => {
    const { texts, told } = await read(HOSTS, Buffer.alloc(512), LAST, END_MARK);
    expect(Object.keys(texts)).toEqual(['etc/hosts', 'last']);
    expect(told).toEqual([]);
  });

  it('gives the entry that was cut as cut, and those before it whole', async () => {
    const whole = tarFile(HOSTS, tarEntry({ name: 'cut' }, 'c'.repeat(1000)));
    const { texts, cut, told, ended } = await read(whole.subarray(0, 1024 + 512 + 300));
    expect(texts).toEqual({ 'etc/hosts': '127.0.0.1 localhost\n', cut: 'c'.repeat(300) });
    expect(cut).toEqual(['cut']);
    expect(told).toEqual(['truncated 1836: The tar ends inside cut']);
    expect(ended).toBe('damaged');
  });

  it('tells a tar that ends inside a header, between two entries, or inside a long name', async () => {
    const inHeader = await read(HOSTS, LAST.subarray(0, 100));
    expect(inHeader.told).toEqual(['truncated 1024: The tar ends inside a header']);
    const between = await read(HOSTS);
    expect(between.told).toEqual([
      'truncated 1024: The tar ends without its end mark; entries may be missing',
    ]);
    const inName = await read(HOSTS, longEntry('L', 'n'.repeat(900)).subarray(0, 700));
    expect(inName.told).toEqual(['truncated 1536: The tar ends inside an extended header']);
  });

  it('ends at a size that claims more than there is', async () => {
    const huge = tarEntry({ name: 'huge', size: base256(2n ** 70n) }, 'abc');
    const { texts, cut, told } = await read(HOSTS, huge);
    expect(texts['huge']?.slice(0, 3)).toBe('abc');
    expect(cut).toEqual(['huge']);
    expect(told).toEqual(['truncated 2048: The tar ends inside huge']);
  });

  it('takes a size that is no number as none', async () => {
    const odd = tarEntry({ name: 'odd', size: Buffer.from('12three') });
    const { texts, told } = await read(tarFile(odd, LAST));
    expect(texts).toEqual({ odd: '', last: 'last' });
    expect(told).toEqual(['damaged 512: The size of odd is no number']);
  });

  it('takes names as data, gives the nameless one an address, and keeps all versions of one', async () => {
    const names = ['/etc/shadow', '../../x', 'C:\\x', 'a\nb', '__proto__', '', './a//b/.', 'last', 'odd!/x'];
    const files = names.map((name) => tarEntry({ name }, name));
    const { entries, texts } = await read(tarFile(...files, LAST));
    expect(entries.map(({ path }) => path)).toEqual([
      'etc/shadow',
      '../../x',
      'C:\\x',
      'a\nb',
      '__proto__',
      '!@1',
      'a/b',
      'last',
      'odd!!/x',
      'last!@2',
    ]);
    expect(texts['__proto__']).toBe('__proto__');
  });

  it('keeps names apart that differ in a byte which is no UTF-8', async () => {
    const one = tarEntry({ name: Buffer.from([0x61, 0xe9]) }, 'one');
    const two = tarEntry({ name: Buffer.from([0x61, 0xe8]) }, 'two');
    expect((await read(tarFile(one, two))).texts).toEqual({ 'a\udce9': 'one', 'a\udce8': 'two' });
  });

  it('leaves out a path of too many parts and reads the rest', async () => {
    const deep = paxEntry([['path', 'd/'.repeat(600) + 'file']]);
    const { texts, told } = await read(tarFile(deep, tarEntry({ name: 'x' }, 'deep'), LAST));
    expect(texts).toEqual({ last: 'last' });
    expect(told[0]).toMatch(/^limit-path-depth undefined: A path of 601 parts was left out/u);
  });

  it('reads the same in pieces of any size', async () => {
    const bytes = tarFile(HOSTS, longEntry('L', 'n'.repeat(700)), tarEntry({}, 'x'.repeat(1500)), LAST);
    const whole = await readBytes(bytes);
    for (const pieces of [1, 7, 511, 513, 1300])
      expect((await readBytes(bytes, { pieces })).texts).toEqual(whole.texts);
  });

  describe('of which a header lies about its size, and carries its checksum', () => {
    const log = 'a line of a log\n'.repeat(100);
    const good = [tarEntry({ name: 'b' }, 'two\n'), tarEntry({ name: 'c' }, log)];

    it.each([
      ['into what follows the next header', 2048 + 200],
      ['into the body of a later entry', 2048 + 3 * 512 + 600],
      ['beyond the end', 2 ** 40],
      ['beyond all numbers', base256(2n ** 80n)],
    ])('reads the entries that it swallows: %s', async (_where, size) => {
      const tar = tarFile(tarEntry({ name: 'a', size }, log), ...good);
      for (const pieces of [tar.length, 512, 100]) {
        const { texts, problems, end } = await readBytes(tar, { pieces });
        expect(texts).toMatchObject({ b: 'two\n', c: log });
        expect(problems.map(({ code }) => code)).toEqual(['damaged']);
        expect(end.ended).toBe('damaged');
      }
    });

    it('believes a size that ends before a header or the end mark', async () => {
      const inner = Buffer.concat([Buffer.from('x'.repeat(512)), ...good]);
      const tar = tarFile(tarEntry({ name: 'a' }, inner), tarEntry({ name: 'last' }, 'last\n'));
      const { texts, problems } = await readBytes(tar);
      expect([Object.keys(texts), problems]).toEqual([['a', 'last'], []]);
      expect((await readBytes(tarFile(tarEntry({ name: 'a' }, inner)))).problems).toEqual([]);
    });

    it('ends where every header lies', async () => {
      const lies = Array.from({ length: 300 }, (_, at) => tarEntry({ name: `${at}`, size: 2 ** 30 }, log));
      const { entries } = await readBytes(tarFile(...lies));
      expect(entries).toHaveLength(300);
    });
  });

  it.skipIf(!hasTool('bzip2'))(
    'loses the entries in a lost block alone, at whatever byte the next begins',
    async () => {
      const logs = Array.from({ length: 40 }, (_, at) => ({ path: `${at}.log`, content: logOf(100 + at) }));
      const packed = packedBy('bzip2', tarOf(logs), '-1');
      packed[packed.length >> 1]! ^= 0x10;
      const { texts, cut, problems } = await readBytes(packed);
      const whole = logs.filter(({ path, content }) => texts[path] === content.toString('latin1'));
      expect(whole.length).toBeGreaterThan(15);
      expect(whole.at(-1)?.path).toBe('39.log');
      expect(cut).toHaveLength(1);
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set([problems[0]?.code, 'damaged']));
    },
  );

  it('names the entry in which a packed tar breaks off', async () => {
    const packed = gzipSync(tarFile(HOSTS, tarEntry({ name: 'log' }, randomText(50_000))));
    const { cut, told } = await read(packed.subarray(0, packed.length - 5000));
    expect(cut).toEqual(['log']);
    expect(told.at(-1)).toMatch(/^truncated \d+: The tar ends inside log$/u);
  });
});

/** Text that does not pack well, the same in every run. */
function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(32 + (state % 90));
  }).join('');
}
