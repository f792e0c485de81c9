import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { logOf, unpacked } from './unpack-for-test.ts';

const LOG = logOf(20_000);
const PACKED = gzipSync(LOG);

describe('unpackGzip', () => {
  it.each([1, 7, 1000, 1_000_000])('gives the content, handed over in pieces of %i bytes', async (pieces) => {
    const packed = pieces < 100 ? gzipSync('one\ntwo\n') : PACKED;
    const { bytes, problems, broken } = await unpacked('gzip', packed, { pieces });
    expect(bytes.equals(pieces < 100 ? Buffer.from('one\ntwo\n') : LOG)).toBe(true);
    expect({ problems, broken }).toEqual({ problems: [], broken: false });
  });

  it('gives appended members, many and small, one large among them', async () => {
    const small = Array.from({ length: 1000 }, (_, index) => gzipSync(`line ${index}\n`));
    const { bytes, problems } = await unpacked('gzip', Buffer.concat([...small, PACKED, gzipSync('last\n')]));
    const text = bytes.toString();
    expect(text.slice(0, 14)).toBe('line 0\nline 1\n');
    expect(text.slice(-5)).toBe('last\n');
    expect(bytes.length).toBe(8890 + LOG.length + 5);
    expect(problems).toEqual([]);
  });

  it('gives a member that expands beyond one chunk behind a small one', async () => {
    const zeros = Buffer.alloc(3_000_000);
    const { bytes, problems } = await unpacked('gzip', Buffer.concat([gzipSync('a'), gzipSync(zeros)]));
    expect(bytes.length).toBe(3_000_001);
    expect(problems).toEqual([]);
  });

  it('passes over a name, a comment, an extra field and a header checksum', async () => {
    const body = gzipSync('named\n').subarray(10);
    const fixed = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3]);
    const fields = Buffer.from('\x02\x00XXmessages\0rotated\0HC', 'latin1');
    const { bytes, problems } = await unpacked('gzip', Buffer.concat([fixed, fields, body]), { pieces: 3 });
    expect(bytes.toString()).toBe('named\n');
    expect(problems).toEqual([]);
  });

  it('takes zeros behind the last member as padding', async () => {
    const padded = Buffer.concat([gzipSync('a\n'), Buffer.alloc(5000), gzipSync('b\n'), Buffer.alloc(5000)]);
    const { bytes, problems } = await unpacked('gzip', padded);
    expect(bytes.toString()).toBe('a\nb\n');
    expect(problems).toEqual([]);
  });

  it('tells other bytes behind the last member', async () => {
    const member = gzipSync('a\n');
    const { bytes, problems, broken } = await unpacked(
      'gzip',
      Buffer.concat([member, Buffer.from('<html>gateway timeout')]),
    );
    expect(bytes.toString()).toBe('a\n');
    expect(problems).toEqual([
      'trailing-data at 22: Bytes behind the gzip stream, from byte 22, were not read',
    ]);
    expect(broken).toBe(false);
  });

  it('gives all that stands before a cut', async () => {
    const { bytes, problems, broken } = await unpacked(
      'gzip',
      PACKED.subarray(0, Math.floor(PACKED.length / 2)),
    );
    expect(LOG.subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect(bytes.length).toBeGreaterThan(LOG.length * 0.45);
    expect(problems).toEqual([
      `truncated at ${Math.floor(PACKED.length / 2)}: The gzip stream ends early, after ${bytes.length} unpacked bytes`,
    ]);
    expect(broken).toBe(true);
  });

  it('gives most of what stands before damage', async () => {
    const damaged = Buffer.from(PACKED);
    for (let at = 100_000; at < 110_000; at++) damaged[at] = (at * 31) ^ (at >> 3);
    const { bytes, problems } = await unpacked('gzip', damaged);
    expect(bytes.subarray(0, LOG.length * 0.4).equals(LOG.subarray(0, LOG.length * 0.4))).toBe(true);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^damaged at \d+: The gzip stream is damaged \(.+\), after \d+ unpacked bytes$/u,
    );
  });

  it.each([
    ['checksum', -8, 'The gzip checksum does not match'],
    ['length', -4, 'The length in the gzip stream does not match'],
  ])('compares the %s and gives the content all the same', async (_name, at, detail) => {
    const wrong = gzipSync('content\n');
    wrong[wrong.length + at]! ^= 0xff;
    const { bytes, problems, broken } = await unpacked('gzip', wrong);
    expect(bytes.toString()).toBe('content\n');
    expect(problems).toEqual([`checksum-mismatch at 28: ${detail}, after 8 unpacked bytes`]);
    expect(broken).toBe(true);
  });

  it.each([
    [5, 'The gzip stream ends inside its header'],
    [22, 'The gzip stream ends before its checksum'],
  ])('says what is missing where it is cut at byte %i', async (length, detail) => {
    const { problems } = await unpacked('gzip', gzipSync('content\n').subarray(0, length));
    expect(problems).toEqual([
      expect.stringMatching(`^truncated at \\d+: ${detail}, after \\d unpacked bytes$`),
    ]);
  });

  it.each([
    ['its data', (member: Buffer) => (member[30]! ^= 0x20)],
    ['its checksum', (member: Buffer) => (member[member.length - 6]! ^= 1)],
  ])('reads the members behind one that is damaged in %s, and tells it', async (_what, damage) => {
    const middle = Buffer.from(gzipSync(logOf(100)));
    damage(middle);
    const members = [gzipSync('one\n'), middle, gzipSync('two\n'), gzipSync('three\n')];
    const { bytes, problems, broken } = await unpacked('gzip', Buffer.concat(members));
    expect(bytes.toString().startsWith('one\n')).toBe(true);
    expect(bytes.toString().endsWith('two\nthree\n')).toBe(true);
    expect(problems).toHaveLength(1);
    expect(broken).toBe(false);
  });

  it('refuses a name without end in its header', async () => {
    const header = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
      Buffer.alloc(5000, 'n'),
    ]);
    const { problems } = await unpacked('gzip', header, { limits: { headerBytes: 2000 } });
    expect(problems).toEqual([expect.stringMatching(/^limit-header-bytes at \d+: /u)]);
  });

  it('stops a bomb, by ratio and size together', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const strict = { ratio: 100, ratioFloorBytes: 5_000_000 };
    const { bytes, problems, broken } = await unpacked('gzip', bomb, { limits: strict });
    expect(bytes.length).toBeLessThan(6_000_000);
    expect(problems).toEqual([expect.stringMatching(/^limit-ratio at \d+: It expands more than 100 times/u)]);
    expect(broken).toBe(true);
    const lenient = await unpacked('gzip', bomb, { limits: { ratio: 100, ratioFloorBytes: 20_000_000 } });
    expect(lenient.problems).toEqual([]);
  });
});
