import { describe, expect, it } from 'vitest';

import { hasTool, packedBy } from '../../../test/harness/tools.ts';
import { logOf, unpacked } from './unpack-for-test.ts';

describe.skipIf(!hasTool('bzip2'))('unpackBzip2', () => {
  const log = logOf(20_000);
  // Blocks of 100,000 bytes: twelve of them.
  const packed = packedBy('bzip2', log, '-1');
  const text = packedBy('bzip2', 'one\ntwo\n');

  it.each([1, 7, 1000, 1_000_000])('gives the content, handed over in pieces of %i bytes', async (pieces) => {
    const { bytes, problems, broken } = await unpacked('bzip2', pieces < 100 ? text : packed, { pieces });
    expect(bytes.equals(pieces < 100 ? Buffer.from('one\ntwo\n') : log)).toBe(true);
    expect({ problems, broken }).toEqual({ problems: [], broken: false });
  });

  it('gives all streams, as pbzip2 writes them, empty ones among them', async () => {
    const streams = [packedBy('bzip2', 'one\n'), packedBy('bzip2', ''), packed, text];
    const { bytes, problems } = await unpacked('bzip2', Buffer.concat(streams));
    expect(bytes.equals(Buffer.concat([Buffer.from('one\n'), log, Buffer.from('one\ntwo\n')]))).toBe(true);
    expect(problems).toEqual([]);
  });

  it.each([3, 4, 5, 258, 259, 260, 1000, 2_500_000])('gives a run of %i equal bytes', async (length) => {
    const run = Buffer.concat([
      Buffer.from('a'),
      Buffer.alloc(length, 'b'),
      Buffer.from('bb c'),
      Buffer.alloc(4),
    ]);
    const { bytes, problems } = await unpacked('bzip2', packedBy('bzip2', run));
    expect(bytes.equals(run)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('gives bytes of every value, in an order that no code is short for', async () => {
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 2654435761) >>> 24));
    expect((await unpacked('bzip2', packedBy('bzip2', noise))).bytes.equals(noise)).toBe(true);
  });

  it('takes zeros behind the last stream as padding, and tells other bytes', async () => {
    expect((await unpacked('bzip2', Buffer.concat([text, Buffer.alloc(100)]))).problems).toEqual([]);
    const { bytes, problems } = await unpacked(
      'bzip2',
      Buffer.concat([text, Buffer.from('BZh is no stream')]),
    );
    expect(bytes.toString()).toBe('one\ntwo\n');
    expect(problems).toEqual([
      `trailing-data at ${text.length}: Bytes behind the bzip2 stream, from byte ${text.length}, were not read`,
    ]);
  });

  it('gives all blocks that stand before a cut', async () => {
    const { bytes, problems, broken } = await unpacked('bzip2', packed.subarray(0, packed.length * 0.7));
    expect(bytes.equals(log.subarray(0, bytes.length))).toBe(true);
    expect(bytes.length).toBeGreaterThan(700_000);
    expect(problems).toEqual([
      expect.stringMatching(/^truncated at \d+: The bzip2 stream ends early, after \d+ unpacked bytes$/u),
    ]);
    expect(broken).toBe(true);
  });

  it.each([4, 8, 12, 20, 30])('says that it ends early where it is cut at byte %i', async (length) => {
    const { problems } = await unpacked('bzip2', text.subarray(0, length));
    expect(problems).toEqual(['truncated at 4: The bzip2 stream ends early, after 0 unpacked bytes']);
  });

  it.each([0.3, 0.5, 0.7])('loses one block to damage at %f, and tells it', async (part) => {
    const damaged = Buffer.from(packed);
    damaged[Math.floor(packed.length * part)]! ^= 0x10;
    const { bytes, problems, broken } = await unpacked('bzip2', damaged);
    const lost = log.length - bytes.length;
    expect(lost).toBeGreaterThan(90_000);
    expect(lost).toBeLessThan(100_001);
    const head = commonStart(bytes, log);
    expect(bytes.subarray(head).equals(log.subarray(head + lost))).toBe(true);
    expect(problems).toEqual([
      expect.stringMatching(/^(?:damaged|checksum-mismatch) at \d+: .+ block .+ lost here/u),
    ]);
    expect(broken).toBe(false);
  });

  it('loses one block where the mark of its beginning is damaged', async () => {
    const damaged = Buffer.from(packed);
    damaged[5]! ^= 0x10;
    const { bytes, problems } = await unpacked('bzip2', damaged);
    expect(log.subarray(log.length - bytes.length).equals(bytes)).toBe(true);
    expect(log.length - bytes.length).toBeLessThan(100_001);
    expect(problems).toHaveLength(1);
  });

  it('loses one stream of several to damage', async () => {
    const middle = Buffer.from(packedBy('bzip2', 'lost\n'));
    middle[12]! ^= 0x10;
    const { bytes, problems } = await unpacked('bzip2', Buffer.concat([text, middle, text]));
    expect(bytes.toString()).toBe('one\ntwo\none\ntwo\n');
    expect(problems).toHaveLength(1);
  });

  it('compares the checksum of the whole stream', async () => {
    const wrong = Buffer.from(text);
    // The last byte may be padding in part, the one before it is not.
    wrong[text.length - 2]! ^= 1;
    const { bytes, problems } = await unpacked('bzip2', wrong);
    expect(bytes.toString()).toBe('one\ntwo\n');
    expect(problems).toEqual([
      expect.stringMatching(/^checksum-mismatch at \d+: The checksum of the bzip2 stream/u),
    ]);
  });

  it('gives a bomb in chunks, and stops it by ratio and size together', async () => {
    const bomb = packedBy('bzip2', Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100);
    const whole = await unpacked('bzip2', bomb);
    expect(whole.bytes.length).toBe(50_000_000);
    const { bytes, problems } = await unpacked('bzip2', bomb, { limits: { ratioFloorBytes: 5_000_000 } });
    expect(bytes.length).toBeLessThan(6_500_000);
    expect(problems).toEqual([expect.stringMatching(/^limit-ratio at \d+: /u)]);
  });
});

/** How many bytes both begin with. */
function commonStart(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
