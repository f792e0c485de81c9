import { describe, expect, it } from 'vitest';

import { hasTool, packedBy } from '../../../test/harness/tools.ts';
import { logOf, unpacked } from './unpack-for-test.ts';

const MIB = 1024 * 1024;

describe.skipIf(!hasTool('xz'))('unpackXz', () => {
  const log = logOf(20_000);
  const packed = packedBy('xz', log);
  const text = packedBy('xz', 'one\ntwo\n');
  /** Bytes that no coder makes smaller. */
  const noise = Buffer.from(
    Array.from({ length: 300_000 }, (_, at) => Math.imul(at * at + 7, 2654435761) >>> 24),
  );

  it.each([1, 7, 1000, 1_000_000])('gives the content, handed over in pieces of %i bytes', async (pieces) => {
    const { bytes, problems, broken } = await unpacked('xz', pieces < 100 ? text : packed, { pieces });
    expect(bytes.equals(pieces < 100 ? Buffer.from('one\ntwo\n') : log)).toBe(true);
    expect({ problems, broken }).toEqual({ problems: [], broken: false });
  });

  it.each([
    ['the least effort', ['-0']],
    ['the most effort', ['-9e']],
    ['the smallest dictionary', ['--lzma2=dict=4KiB']],
    ['literals by two low bits of the place', ['--lzma2=lc=0,lp=2,pb=0']],
    ['literals by four high bits of the byte before', ['--lzma2=lc=4,lp=0,pb=4']],
    ['many blocks', ['--block-size=50000']],
    ['blocks that tell their sizes', ['--block-size=50000', '-T2']],
    ['no check', ['--check=none']],
    ['CRC-32', ['--check=crc32']],
    ['SHA-256', ['--check=sha256']],
  ])('reads what was packed with %s', async (_name, options) => {
    const content = Buffer.concat([log, noise, log.subarray(0, 500_000), noise.subarray(0, 100_000)]);
    const { bytes, problems } = await unpacked('xz', packedBy('xz', content, ...options));
    expect(bytes.equals(content)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('turns in its window as often as the content is larger', async () => {
    const content = Buffer.concat(
      Array.from({ length: 30 }, (_, index) => [log, noise.subarray(index * 999)]).flat(),
    );
    const { bytes } = await unpacked('xz', packedBy('xz', content, '--lzma2=preset=1,dict=1MiB'));
    expect(bytes.length).toBeGreaterThan(40_000_000);
    expect(bytes.equals(content)).toBe(true);
  });

  it('gives all streams with padding between them, empty ones among them', async () => {
    const streams = [text, Buffer.alloc(8), packedBy('xz', ''), packed, text, Buffer.alloc(400)];
    const { bytes, problems } = await unpacked('xz', Buffer.concat(streams));
    expect(bytes.equals(Buffer.concat([Buffer.from('one\ntwo\n'), log, Buffer.from('one\ntwo\n')]))).toBe(
      true,
    );
    expect(problems).toEqual([]);
  });

  it.each([
    ['other bytes', Buffer.from('garbage')],
    ['padding of no full word with a stream behind it', Buffer.concat([Buffer.alloc(3), text])],
  ])('tells %s behind the last stream', async (_name, trailing) => {
    const { bytes, problems } = await unpacked('xz', Buffer.concat([text, trailing]));
    expect(bytes.toString()).toBe('one\ntwo\n');
    expect(problems).toEqual([
      expect.stringMatching(/^trailing-data at \d+: Bytes behind the xz stream, from byte/u),
    ]);
  });

  it('gives all that stands before a cut', async () => {
    const { bytes, problems, broken } = await unpacked('xz', packed.subarray(0, packed.length / 2));
    expect(bytes.equals(log.subarray(0, bytes.length))).toBe(true);
    expect(bytes.length).toBeGreaterThan(log.length * 0.45);
    expect(problems).toEqual([
      expect.stringMatching(/^truncated at \d+: The xz stream ends early, after \d+ unpacked bytes$/u),
    ]);
    expect(broken).toBe(true);
  });

  it.each([6, 13, 26, 36, 50, 60])('says that it ends early where it is cut at byte %i', async (length) => {
    const { problems } = await unpacked('xz', text.subarray(0, length));
    expect(problems).toEqual([expect.stringMatching(/^truncated at \d+: The xz stream ends /u)]);
  });

  it('gives all blocks before a damaged one', async () => {
    const blocks = packedBy('xz', log, '--block-size=100000');
    for (let at = 0; at < 50; at++) blocks[blocks.length / 2 + at]! ^= 0x55;
    const { bytes, problems } = await unpacked('xz', blocks);
    expect(bytes.subarray(0, 500_000).equals(log.subarray(0, 500_000))).toBe(true);
    expect(problems).toEqual([expect.stringMatching(/^(?:damaged|checksum-mismatch) at \d+: .+ xz /u)]);
  });

  it('loses one block of several to damage, where they say how long they are', async () => {
    const blocks = packedBy('xz', log, '-0', '-T2', '--block-size=50KiB');
    blocks[blocks.length >> 1]! ^= 0x10;
    const { bytes, problems, broken } = await unpacked('xz', blocks);
    expect(bytes.length).toBeGreaterThan(log.length - 51_201);
    expect(bytes.subarray(-50_000).equals(log.subarray(-50_000))).toBe(true);
    expect(problems).toEqual([
      expect.stringMatching(
        /^(?:damaged|checksum-mismatch) at \d+: .+; content is lost up to the next part/u,
      ),
    ]);
    expect(broken).toBe(false);
  });

  it.each([8, 20, 40])('reads the streams behind one that is damaged at byte %i', async (at) => {
    const middle = packedBy('xz', 'lost and gone\n'.repeat(9));
    middle[at]! ^= 0x10;
    const { bytes, problems } = await unpacked(
      'xz',
      Buffer.concat([packedBy('xz', 'one\n'), middle, packedBy('xz', 'two\n')]),
    );
    expect(bytes.toString()).toMatch(/^one\n.*two\n$/su);
    expect(problems).toHaveLength(1);
  });

  it.each(['crc32', 'crc64', 'sha256'])('compares %s and gives the content all the same', async (check) => {
    const wrong = packedBy('xz', 'content\n', `--check=${check}`);
    // Before the index and the footer, which take 8 and 12 bytes here.
    wrong[wrong.length - 21]! ^= 1;
    const { bytes, problems } = await unpacked('xz', wrong);
    expect(bytes.toString()).toBe('content\n');
    expect(problems).toEqual([
      expect.stringMatching(
        /^checksum-mismatch at \d+: The checksum of an xz block does not match, after 8 /u,
      ),
    ]);
  });

  it.each([
    ['header', 8],
    ['head of a block', 14],
    ['index', text.length - 18],
    ['footer', text.length - 6],
  ])('tells damage in the %s', async (part, at) => {
    const damaged = Buffer.from(text);
    damaged[at]! ^= 1;
    const { problems } = await unpacked('xz', damaged);
    expect(problems).toEqual([
      expect.stringMatching(`: The xz stream is damaged in (?:a|an|the) ${part}, after`),
    ]);
  });

  it('reads a window up to its limit and names one beyond it', async () => {
    const wide = packedBy('xz', 'content\n', '--lzma2=dict=8MiB');
    expect((await unpacked('xz', wide, { limits: { windowBytes: 8 * MIB } })).problems).toEqual([]);
    expect((await unpacked('xz', wide, { limits: { windowBytes: 8 * MIB - 1 } })).problems).toEqual([
      'limit-window-bytes at 24: The xz stream asks for 8388608 bytes of memory to look back; 8388607 are allowed, after 0 unpacked bytes',
    ]);
  });

  it('names a filter that it does not know', async () => {
    const { problems } = await unpacked('xz', packedBy('xz', 'content\n', '--x86', '--lzma2'));
    expect(problems).toEqual([
      expect.stringMatching(/^unsupported at 24: .+ with the filter x86, which is not read/u),
    ]);
  });

  it('stops a bomb, by ratio and size together', async () => {
    const bomb = packedBy('xz', Buffer.alloc(50_000_000), '-1');
    const { bytes, problems } = await unpacked('xz', bomb, { limits: { ratioFloorBytes: 5_000_000 } });
    expect(bytes.length).toBeLessThan(10_000_000);
    expect(problems).toEqual([expect.stringMatching(/^limit-ratio at \d+: /u)]);
  });
});
