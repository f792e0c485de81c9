import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { tarOf, zipOf } from '../../test/harness/pack.ts';
import { readBytes, readSource } from '../../test/harness/read-bytes.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const PAGE = '<!DOCTYPE html><html><body>Sign in</body></html>';

/** A file of a name, as a folder holds it. */
async function told(name: string, content: Uint8Array | string): Promise<string[]> {
  const { problems } = await readSource({ kind: 'memory', name: 'x', files: { [name]: content } });
  return problems.map(({ code, detail }) => `${code}: ${detail}`);
}

describe('what is not opened', () => {
  it.each([
    ['a.7z', bytes('7z\xbc\xaf\x27\x1c'), 'unsupported: a.7z is a 7-Zip archive and was not opened'],
    [
      'a.gpg',
      bytes('-----BEGIN PGP MESSAGE-----'),
      'encrypted: a.gpg is encrypted with PGP and was not opened',
    ],
    ['a.age', bytes('age-encryption.org/v1\n'), 'encrypted: a.age is encrypted by age and was not opened'],
    ['a.zip', PAGE, 'not-an-archive: a.zip is an HTML page and was not opened'],
    ['a.zip', '{"error":"not found"}', 'not-an-archive: a.zip is named as an archive and is a JSON text'],
    ['a.tar.gz', 'Access denied\n', 'not-an-archive: a.tar.gz is named as an archive and is a text'],
    [
      'a.zip',
      bytes('\x01\x00lost its beginning'),
      'not-an-archive: a.zip is named as an archive and begins as no archive does',
    ],
    [
      'sos_strings/logs/var.log.messages.1.gz.tailed',
      bytes('\x93\x01deflated'),
      'unsupported: sos_strings/logs/var.log.messages.1.gz.tailed is the end of a .gz file, which cannot be unpacked without its beginning',
    ],
  ])('is said of %s with the reason', async (name, content, problem) => {
    expect(await told(name, content)).toEqual([problem]);
  });

  it('is said of members of any size in any archive', async () => {
    const members = [
      { path: 'in.zip', content: PAGE },
      { path: 'in.rar', content: `Rar!\x1a\x07${'x'.repeat(3_000_000)}` },
      { path: 'after.txt', content: 'read' },
    ];
    for (const archive of [tarOf(members), gzipSync(tarOf(members)), zipOf(members)]) {
      const { problems, texts } = await readBytes(archive);
      expect(problems.map(({ code, at }) => [code, at?.entry])).toEqual([
        ['not-an-archive', 'in.zip'],
        ['unsupported', 'in.rar'],
      ]);
      expect(texts['after.txt']).toBe('read');
    }
  });

  it('is the whole input of an image of a disc, which tells what it is late', async () => {
    const image = Buffer.alloc(40_000);
    image.write('CD001', 0x8001, 'latin1');
    const { problems } = await readBytes(image, { pieces: 1000 });
    expect(problems).toEqual([
      { code: 'unsupported', detail: 'stdin is an ISO 9660 image and was not opened', at: { entry: '' } },
    ]);
  });

  it('passes in silence where it is usual in a bundle', async () => {
    expect(await told('usr/bin/tool', bytes('\x7fELF\x02\x01'))).toEqual([]);
    expect(await told('report.html', PAGE)).toEqual([]);
    expect(await told('messages.1.gz', 'a log that nobody packed\n')).toEqual([]);
    expect(await told('empty.zip', '')).toEqual([]);
  });
});
