import { describe, expect, it } from 'vitest';

import { readBothWays } from '../../../test/harness/read-bytes.ts';
import { aesPart, zipCryptoPart } from '../../../test/harness/zip-passwords.ts';
import { zipFile, type ZipPart } from '../../../test/harness/zip-records.ts';

const OPEN: ZipPart = { name: 'open', content: 'open\n' };
const LONG = 'a line of a log\n'.repeat(9000);

describe('encrypted members of a zip', () => {
  it('are read with the password, whichever way they are encrypted', async () => {
    const bytes = zipFile([
      OPEN,
      zipCryptoPart('traditional', 'one\n', 'pässword'),
      aesPart('aes 128', 'two\n', 'pässword', { bits: 128, version: 1 }),
      aesPart('aes 192', 'three\n', 'pässword', { bits: 192 }),
      aesPart('aes 256', LONG, 'pässword', { bits: 256 }),
      zipCryptoPart('long', LONG, 'pässword'),
    ]);
    const { file, stream } = await readBothWays(bytes, { password: 'pässword' });
    expect(file.texts).toEqual({
      open: 'open\n',
      traditional: 'one\n',
      'aes 128': 'two\n',
      'aes 192': 'three\n',
      'aes 256': LONG,
      long: LONG,
    });
    expect(stream.texts).toEqual(file.texts);
    expect([file.problems, stream.problems]).toEqual([[], []]);
  });

  it('are one problem where no password is given; the others are read', async () => {
    const bytes = zipFile([
      ...['a', 'b', 'c', 'd', 'e'].map((name) => aesPart(name, 'secret', 'right')),
      OPEN,
    ]);
    for (const read of Object.values(await readBothWays(bytes))) {
      expect(read.texts).toEqual({ open: 'open\n' });
      expect(read.problems).toEqual([
        {
          code: 'password-needed',
          detail: 'a, b, c and 2 more are encrypted and no password is given',
          at: { entry: '' },
        },
      ]);
      expect(read.entries.find(({ path }) => path === 'a')?.unread).toBe('a is encrypted');
      expect(read.end.ended).toBe('complete');
    }
  });

  it('are one problem where the password is wrong, and it is not said which it was', async () => {
    const bytes = zipFile([aesPart('a', 'secret', 'right'), zipCryptoPart('b', 'secret', 'right'), OPEN]);
    const { file } = await readBothWays(bytes, { password: 'wr0ng' });
    expect(file.texts).toEqual({ open: 'open\n' });
    expect(file.problems.map(({ code, detail }) => `${code}: ${detail}`)).toEqual([
      'wrong-password: The password does not open a, b',
    ]);
    expect(JSON.stringify(file)).not.toContain('wr0ng');
  });

  it('are given and told where their authentication code does not match', async () => {
    const part = aesPart('a', 'content\n', 'right');
    const packed = Buffer.from(part.packed ?? '');
    packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 1;
    const { file } = await readBothWays(zipFile([{ ...part, packed }, OPEN]), { password: 'right' });
    expect(file.texts).toEqual({ a: 'content\n', open: 'open\n' });
    expect(file.cut).toEqual(['a']);
    expect(file.problems.map(({ code, detail }) => `${code}: ${detail}`)).toEqual([
      'checksum-mismatch: Its authentication code does not match, after 8 unpacked bytes',
    ]);
  });

  it('are told where they are shorter than what their encryption needs', async () => {
    const part = { ...aesPart('a', 'content\n', 'right'), packed: Buffer.alloc(12) };
    const { file } = await readBothWays(zipFile([part, OPEN]), { password: 'right' });
    expect(file.texts).toEqual({ open: 'open\n' });
    expect(file.problems.map(({ code }) => code)).toEqual(['wrong-password']);
  });

  it('may be links', async () => {
    const bytes = zipFile([{ ...zipCryptoPart('link', 'open', 'right'), mode: 0o120777 }, OPEN]);
    for (const { entries } of Object.values(await readBothWays(bytes, { password: 'right' }))) {
      expect(entries.find(({ path }) => path === 'link')).toMatchObject({ kind: 'link', linkTarget: 'open' });
    }
  });
});
