import { constants, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { logOf, unpacked } from './unpack-for-test.ts';

const LOG = logOf(20_000);
const checked = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };
const PACKED = zstdCompressSync(LOG, checked);

function skippable(content: Buffer, kind = 0): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(0x184d2a50 + kind);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

describe('unpackZstd', () => {
  it.each([1, 7, 1000, 1_000_000])('gives the content, handed over in pieces of %i bytes', async (pieces) => {
    const packed = pieces < 100 ? zstdCompressSync('one\ntwo\n', checked) : PACKED;
    const { bytes, problems, broken } = await unpacked('zstd', packed, { pieces });
    expect(bytes.equals(pieces < 100 ? Buffer.from('one\ntwo\n') : LOG)).toBe(true);
    expect({ problems, broken }).toEqual({ problems: [], broken: false });
  });

  it('gives all frames, many and small, one large among them, and passes over skippable ones', async () => {
    const small = Array.from({ length: 1000 }, (_, index) => zstdCompressSync(`line ${index}\n`));
    const frames = [skippable(Buffer.alloc(4)), ...small, PACKED, skippable(Buffer.alloc(9000), 15)];
    const { bytes, problems } = await unpacked(
      'zstd',
      Buffer.concat([...frames, zstdCompressSync('last\n')]),
    );
    expect(bytes.toString('utf8', 0, 14)).toBe('line 0\nline 1\n');
    expect(bytes.toString('utf8', bytes.length - 5)).toBe('last\n');
    expect(bytes.length).toBe(8890 + LOG.length + 5);
    expect(problems).toEqual([]);
  });

  it('gives a frame that expands beyond one chunk behind a small one', async () => {
    const frames = [zstdCompressSync('a'), zstdCompressSync(Buffer.alloc(3_000_000))];
    const { bytes, problems } = await unpacked('zstd', Buffer.concat(frames));
    expect(bytes.length).toBe(3_000_001);
    expect(problems).toEqual([]);
  });

  it('gives an empty frame', async () => {
    const frames = Buffer.concat([
      zstdCompressSync(''),
      zstdCompressSync('', checked),
      zstdCompressSync('a'),
    ]);
    expect(await unpacked('zstd', frames)).toMatchObject({ bytes: Buffer.from('a'), problems: [] });
  });

  it('tells bytes behind the last frame', async () => {
    const frame = zstdCompressSync('a\n');
    const { bytes, problems } = await unpacked(
      'zstd',
      Buffer.concat([frame, Buffer.from('garbage, long enough')]),
    );
    expect(bytes.toString()).toBe('a\n');
    expect(problems).toEqual([
      `trailing-data at ${frame.length}: Bytes behind the zstd stream, from byte ${frame.length}, were not read`,
    ]);
  });

  it('gives all blocks that stand before a cut', async () => {
    const { bytes, problems, broken } = await unpacked('zstd', PACKED.subarray(0, PACKED.length * 0.7));
    expect(LOG.subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect(bytes.length).toBeGreaterThan(LOG.length * 0.5);
    expect(problems).toEqual([
      expect.stringMatching(/^truncated at \d+: The zstd stream ends early, after \d+ unpacked bytes$/u),
    ]);
    expect(broken).toBe(true);
  });

  it('compares the checksum and gives the content all the same', async () => {
    const wrong = zstdCompressSync('content\n', checked);
    wrong[wrong.length - 1]! ^= 0xff;
    const { bytes, problems } = await unpacked('zstd', wrong);
    expect(bytes.toString()).toBe('content\n');
    expect(problems).toEqual([
      `checksum-mismatch at ${wrong.length}: The zstd checksum does not match, after 8 unpacked bytes`,
    ]);
  });

  it('says where a frame is damaged', async () => {
    const damaged = Buffer.from(PACKED);
    damaged.fill(0xff, 120_000, 120_500);
    const { bytes, problems } = await unpacked('zstd', damaged);
    expect(LOG.subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect(bytes.length).toBeGreaterThan(LOG.length * 0.3);
    expect(problems).toEqual([
      expect.stringMatching(/^damaged at \d+: The zstd stream is damaged \(.+\), after/u),
    ]);
  });

  it.each([4, 12, -2])('reads the frames behind one that is damaged at byte %i', async (at) => {
    const middle = Buffer.from(zstdCompressSync(logOf(100), checked));
    middle.fill(0xff, at < 0 ? middle.length + at : at, at < 0 ? middle.length : at + 1);
    const frames = [
      zstdCompressSync('one\n'),
      middle,
      zstdCompressSync('two\n'),
      zstdCompressSync('three\n'),
    ];
    const { bytes, problems, broken } = await unpacked('zstd', Buffer.concat(frames));
    expect(bytes.toString()).toMatch(/^one\n.*two\nthree\n$/su);
    expect(problems).toHaveLength(1);
    expect(broken).toBe(false);
  });

  it.each([6, 16])('says that the head is missing where it is cut at byte %i', async (length) => {
    const { problems } = await unpacked('zstd', PACKED.subarray(0, length));
    expect(problems).toEqual([expect.stringMatching(/^truncated at \d+: The zstd stream ends/u)]);
  });

  it('reads a window up to its limit and names one beyond it', async () => {
    const wide = zstdCompressSync(LOG, { params: { [constants.ZSTD_c_windowLog]: 21 } });
    const fits = await unpacked('zstd', wide, { limits: { windowBytes: 2 * 1024 * 1024 } });
    expect(fits.problems).toEqual([]);
    const beyond = await unpacked('zstd', wide, { limits: { windowBytes: 1024 * 1024 } });
    expect(beyond.problems).toEqual([
      expect.stringMatching(/^limit-window-bytes at 0: The zstd stream asks for \d+ bytes/u),
    ]);
  });
});
