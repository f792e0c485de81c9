import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { tarOf, zipOf } from '../../test/harness/pack.ts';
import { detectFormat, HEAD_BYTES, headNeeded, MOST_HEAD_BYTES } from './detect.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const padded = (text: string): Buffer => Buffer.concat([bytes(text), Buffer.alloc(600, 1)]);

/** The packets in which gpg writes a session key: for a public key, for a password. */
const forRsa = bytes(`\x85\x01\x0c\x03KEYIDKEY\x01${'k'.repeat(258)}`);
const forEcdh = bytes(`\x84\x5e\x03KEYIDKEY\x12${'k'.repeat(84)}`);
const forPassword = bytes('\x8c\x0d\x04\x09\x03\x08SALTSALT\xff');
const data = bytes('\xd2\x40\x01data');

function isoImage(boot: Buffer): Buffer {
  const image = Buffer.alloc(MOST_HEAD_BYTES);
  boot.copy(image);
  image.write('CD001', 0x8001, 'latin1');
  return image;
}

describe('detectFormat', () => {
  it.each([
    ['tar', tarOf([{ path: 'a', content: 'x' }])],
    ['zip', zipOf([{ path: 'a', content: 'x' }])],
    ['zip', zipOf([])],
    ['gzip', gzipSync('x')],
    ['zstd', zstdCompressSync('x')],
    ['zstd', Buffer.concat([bytes('\x50\x2a\x4d\x18\x04\0\0\0size'), zstdCompressSync('x')])],
    ['xz', bytes('\xfd7zXZ\0\0\x04')],
    ['bzip2', bytes('BZh91AY&SY\x01\x02')],
    ['7z', bytes('7z\xbc\xaf\x27\x1c\0\x04')],
    ['rar', bytes('Rar!\x1a\x07\x01\0')],
    ['rpm', bytes('\xed\xab\xee\xdb\x03\0')],
    ['deb', bytes('!<arch>\ndebian-binary   ')],
    ['cab', bytes('MSCF\0\0\0\0\x01\0')],
    ['cpio', bytes('07070100000FA2000081A4')],
    ['lzma', bytes('\x5d\0\0\x80\0\xff\xff\xff\xff\xff\xff\xff\xff\0')],
    ['lzip', bytes('LZIP\x01\x0c')],
    ['lz4', bytes('\x04\x22\x4d\x18\x64')],
    ['compress', bytes('\x1f\x9d\x90log')],
    ['evtx', bytes('ElfFile\0\0')],
    ['pgp', Buffer.concat([forRsa, data])],
    ['pgp', Buffer.concat([forEcdh, forRsa, data])],
    ['pgp', Buffer.concat([forPassword, data])],
    ['pgp', bytes('-----BEGIN PGP MESSAGE-----\n\nhQEMA')],
    ['age', bytes('age-encryption.org/v1\n-> X25519 ')],
    ['openssl', bytes('Salted__\x01\x02')],
    ['openssl', bytes(`U2FsdGVkX1${'+abcdEFGH'.repeat(5)}`)],
    ['luks', bytes('LUKS\xba\xbe\0\x02')],
    ['elf', bytes('\x7fELF\x02\x01')],
    ['iso', isoImage(Buffer.alloc(0))],
    ['html', bytes('<!DOCTYPE html>\n<html><body>Sign in</body></html>')],
    ['html', bytes('\xef\xbb\xbf\n<?xml version="1.0"?>\n<!-- proxy -->\n<HTML lang="en">')],
    ['pdf', bytes('%PDF-1.7')],
    ['image', bytes('\x89PNG\r\n\x1a\n\0')],
  ])('tells %s', (format, head) => {
    expect(detectFormat(head)).toBe(format);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', bytes('BZh is how a bzip2 file begins')],
    ['a text in capitals', bytes('MZ is how a program begins, LZIP how an archive')],
    ['numbers', bytes('070701 is no header of cpio')],
    ['tags that are no page', bytes('<mdatp><general/></mdatp>')],
    ['a page in a sentence', bytes('The server sent <html> back')],
    ['a session key with no data behind it', Buffer.concat([forRsa, bytes('plain text')])],
    ['data that begins as a packet does', padded('\x85\x01\x0c\x07')],
    ['Latin-1 letters', bytes('\xc4\xd6\xdc sind Umlaute')],
    ['lzma without a sound size', bytes('\x5d\0\0\x80\0abcdefgh')],
    ['a stream of compress with impossible codes', bytes('\x1f\x9d\xff')],
  ])('takes %s for no format', (_name, head) => {
    expect(detectFormat(head)).toBeUndefined();
  });
});

describe('headNeeded', () => {
  it.each([
    ['a text', padded('Jan 15'), HEAD_BYTES],
    ['zeros, as the image of a disc begins', Buffer.alloc(HEAD_BYTES), MOST_HEAD_BYTES],
    [
      'a sector to start from',
      isoImage(padded('boot').fill('\x55\xaa', 510, 512, 'latin1')).subarray(0, 512),
      MOST_HEAD_BYTES,
    ],
    ['a session key', forRsa, 2048],
  ])('is as much as %s needs to be told', (_name, head, most) => {
    expect(headNeeded(head)).toBe(most);
  });
});
