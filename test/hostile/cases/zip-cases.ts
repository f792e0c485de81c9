import { crc32 } from 'node:zlib';

import { aesPart, zipCryptoPart } from '../../harness/zip-passwords.ts';
import {
  centralPart,
  endRecord,
  extraField,
  localPart,
  zipFile,
  type ZipFileOptions,
  type ZipPart,
} from '../../harness/zip-records.ts';
import {
  HEALTH,
  linesOf,
  withDefaults,
  type CaseMaker,
  type Expected,
  type HostileCase,
} from '../hostile-case.ts';

const HEALTH_PART: ZipPart = { name: 'health.txt', content: HEALTH };

/** Zips whose headers, directory and data do not agree, or that were made to hurt. */
export const zipCases: CaseMaker = (random) => {
  const after = linesOf(random, 30);
  const log = linesOf(random, 60);
  const AFTER: ZipPart = { name: 'after.txt', content: after };
  const both = { 'health.txt': HEALTH, 'after.txt': after };
  const damaged = { problems: ['damaged'], exit: 6 } as const;

  const whole = (name: string, bytes: () => Uint8Array, expected: Expected = {}): HostileCase =>
    withDefaults({ name: `zip/${name}`, file: `${name}.zip`, bytes, good: both }, expected);
  const between = (
    name: string,
    middle: readonly ZipPart[],
    expected: Expected = {},
    options: ZipFileOptions = {},
  ): HostileCase => whole(name, () => zipFile([HEALTH_PART, ...middle, AFTER], options), expected);
  const plain = (name: string, options: ZipFileOptions, expected: Expected = {}): HostileCase =>
    between(name, [], expected, options);
  const member = (given: Partial<ZipPart>): ZipPart => ({ name: 'm.log', content: log, ...given });
  const zip = (): Buffer => zipFile([HEALTH_PART, member({}), AFTER]);
  const directoryAt = (bytes: Buffer): number => bytes.indexOf('PK\x01\x02', 0, 'latin1');

  return [
    between('checksum-wrong', [member({ crc: 1 })], { problems: ['checksum-mismatch'], exit: 6 }),
    between('checksum-wrong-in-the-directory', [member({ named: { crc: 5 } })], {
      problems: ['checksum-mismatch'],
      exit: 6,
    }),
    between('checksum-wrong-stored', [member({ method: 0, crc: 1 })], {
      problems: ['checksum-mismatch'],
      exit: 6,
    }),
    between('data-of-noise', [member({ packed: Buffer.alloc(400, 0xee) })], damaged),
    between('data-cut', [member({ packed: Buffer.from([0x4b, 0x4c]) })], {
      problems: ['truncated'],
      exit: 6,
    }),
    between('size-too-small', [member({ named: { size: 10 } })], damaged),
    between('size-too-large', [member({ named: { size: 100_000 } })], { problems: ['truncated'], exit: 6 }),
    between('packed-size-over-the-next', [member({ named: { packedSize: 3000 } })], {
      ...damaged,
      good: { 'm.log': log },
    }),
    between('packed-size-of-all', [member({ named: { packedSize: 0xfffffffe } })], {
      ...damaged,
      good: { 'm.log': log },
    }),
    between('offset-outside', [member({ named: { at: 0xfffffff0 } })], damaged),
    between('offset-inside-another', [member({ named: { at: 7 } })], damaged),
    between('offset-shared', [member({ named: { at: 0 } })], damaged),
    between('names-disagree', [member({ named: { name: 'other.log' } })], damaged),
    between('not-in-the-directory', [member({ hidden: true })], { ...damaged, good: { 'm.log': log } }),
    between('method-not-known', [member({ method: 97, packed: Buffer.from('x') })], {
      problems: ['unsupported'],
    }),
    between(
      'methods-of-old',
      [1, 6, 9, 12, 14, 95, 98].map((method) =>
        member({ name: `m${method}`, method, packed: Buffer.from('x') }),
      ),
      {
        problems: ['unsupported'],
      },
    ),
    between(
      'same-name-thrice',
      [member({}), member({ content: 'second\n' }), member({ content: 'third\n' })],
      {
        good: { 'm.log': log, 'm.log!@2': 'second\n', 'm.log!@3': 'third\n' },
      },
    ),
    between('descriptor-marked', [member({ described: 'marked' })], { good: { 'm.log': log } }),
    between('descriptor-bare', [member({ described: 'bare' })], { good: { 'm.log': log } }),
    between('descriptor-wide', [member({ described: 'wide' })], { good: { 'm.log': log } }),
    between('descriptor-stored', [member({ described: 'bare', method: 0 })], { good: { 'm.log': log } }),
    between('descriptor-wrong', [member({ described: 'marked', crc: 9 })], {
      problems: ['checksum-mismatch'],
      exit: 6,
    }),
    between('zip64-sizes', [member({ wide: true })], { good: { 'm.log': log } }),
    plain('zip64-directory', { wide: true }),
    plain('zip64-count-of-all', { wide: true, count: 2 ** 40 }, damaged),
    plain('count-too-high', { count: 9 }, damaged),
    plain('count-of-none', { count: 0 }, damaged),
    plain('directory-in-other-order', { order: [1, 0] }),
    plain('directory-twice-the-same', { order: [0, 1, 0] }, damaged),
    plain('gap-before-the-directory', { gap: Buffer.alloc(300, 'g') }),
    plain('bytes-in-front', { prefix: Buffer.from('#!/bin/sh\nexit 0\n') }),
    plain('comment', { comment: 'collected at night' }),
    plain('comment-of-64-kib', { comment: 'c'.repeat(0xffff) }),
    plain('end-record-in-the-comment', { comment: endRecord(0, 0, 0) }, damaged),
    plain('whole-zip-in-the-comment', { comment: zipFile([{ name: 'fake.txt', content: 'fake' }]) }, damaged),
    plain('disk-two-of-several', { disk: 2 }, { problems: ['unsupported'] }),
    whole(
      'extra-field-beyond-its-end',
      () => zipFile([HEALTH_PART, member({ extra: Buffer.from([1, 0, 0xff, 0xff, 0]) }), AFTER]),
      {
        good: { 'm.log': log },
      },
    ),
    between('extra-field-of-64-kib', [member({ extra: extraField(0xcafe, Buffer.alloc(65_000)) })], {
      good: { 'm.log': log },
    }),
    between('link-to-itself', [{ name: 'l', content: 'l', mode: 0o120777 }], { good: {} }),
    between('link-of-a-megabyte', [{ name: 'l', content: 'l'.repeat(2 ** 20), mode: 0o120777 }]),
    between('device', [{ name: 'sda', mode: 0o060644 }]),
    between('folder-with-content', [{ name: 'etc/', content: log, mode: 0o040755 }]),

    whole('directory-gone', () => zip().subarray(0, directoryAt(zip())), {
      problems: ['truncated'],
      exit: 6,
      good: { 'm.log': log },
    }),
    whole('end-record-gone', () => zip().subarray(0, -22), {
      problems: ['truncated'],
      exit: 6,
      good: { 'm.log': log },
    }),
    whole('cut-in-the-last-member', () => zip().subarray(0, directoryAt(zip()) - 40), {
      problems: ['truncated'],
      exit: 6,
      good: { 'm.log': log },
      lost: ['after.txt'],
    }),
    whole('cut-in-the-directory', () => zip().subarray(0, directoryAt(zip()) + 60), {
      problems: ['truncated'],
      exit: 6,
      good: { 'm.log': log },
    }),
    whole('bytes-behind-the-end', () => Buffer.concat([zip(), Buffer.alloc(5000, 'x')]), {
      problems: ['trailing-data'],
    }),
    whole('zeros-behind-the-end', () => Buffer.concat([zip(), Buffer.alloc(5000)])),
    whole(
      'two-zips-in-a-row',
      () => Buffer.concat([zip(), zipFile([{ name: 'second.txt', content: 'second\n' }])]),
      {
        problems: ['damaged'],
        exit: 6,
        lost: ['health.txt', 'after.txt'],
        good: { 'second.txt': 'second\n' },
      },
    ),
    whole('local-header-of-one-damaged', () => overwritten(zip(), 'm.log', -30), { ...damaged }),
    whole(
      'directory-record-of-one-damaged',
      () => {
        const bytes = zip();
        bytes.write('XX', bytes.lastIndexOf('m.log') - 46);
        return bytes;
      },
      { ...damaged, good: { 'm.log': log } },
    ),
    whole('locator-of-zip64-leads-nowhere', () => {
      const bytes = zipFile([HEALTH_PART, AFTER], { wide: true });
      bytes.writeBigUInt64LE(2n ** 63n, bytes.length - 22 - 12);
      return bytes;
    }),
    whole('only-an-end-record', () => endRecord(0, 0, 0), { exit: 3, lost: ['health.txt', 'after.txt'] }),
    whole('only-an-end-record-that-lies', () => endRecord(65_535, 0xffffffff, 0xffffffff), {
      problems: ['damaged'],
      exit: 3,
      lost: ['health.txt', 'after.txt'],
    }),

    between('encrypted-without-a-password', [zipCryptoPart('locked.txt', log, 'pw')], {
      problems: ['password-needed'],
    }),
    between('encrypted-with-the-password', [zipCryptoPart('z.txt', log, 'pw'), aesPart('a.txt', log, 'pw')], {
      password: 'pw',
      good: { 'z.txt': log, 'a.txt': log },
    }),
    between('encrypted-with-a-wrong-password', [aesPart('a.txt', log, 'pw')], {
      password: 'no',
      problems: ['wrong-password'],
    }),
    between('aes-with-a-wrong-code', [broken(aesPart('a.txt', log, 'pw'))], {
      password: 'pw',
      problems: ['checksum-mismatch'],
      exit: 6,
    }),
    between('aes-too-short', [{ ...aesPart('a.txt', log, 'pw'), packed: Buffer.alloc(5) }], {
      password: 'pw',
      problems: ['wrong-password'],
    }),

    whole('all-members-share-their-data', () => overlapping(HEALTH_PART, AFTER, 500), damaged),
    whole('members-that-quote-each-other', () => quoting(HEALTH_PART, AFTER), {
      problems: ['damaged', 'truncated'],
      exit: 6,
    }),
    between('zip-in-zip', [{ name: 'inner.zip', content: zipFile([AFTER]) }], {
      good: { 'inner.zip!/after.txt': after },
    }),
    between('inner-zip-damaged', [{ name: 'inner.zip', content: zipFile([AFTER]).subarray(0, 300) }], {
      problems: ['truncated'],
    }),
    between('twelve-zips-in-each-other', [{ name: 'deep.zip', content: nested(12, AFTER) }], {
      problems: ['limit-nesting-depth'],
    }),
    { ...whole('on-standard-input', zip, { good: { 'm.log': log } }), isPiped: true },
    {
      ...whole('directory-gone-on-standard-input', () => zip().subarray(0, directoryAt(zip())), {
        problems: ['truncated'],
        exit: 6,
        good: { 'm.log': log },
      }),
      isPiped: true,
    },
  ];
};

function overwritten(bytes: Buffer, name: string, before: number): Buffer {
  bytes.write('XX', bytes.indexOf(name) + before, 'latin1');
  return bytes;
}

function broken(part: ZipPart): ZipPart {
  const packed = Buffer.from(part.packed ?? '');
  packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 1;
  return { ...part, packed };
}

function nested(levels: number, innermost: ZipPart): Buffer {
  let zip = zipFile([innermost]);
  for (let level = 0; level < levels; level++) zip = zipFile([{ name: 'inner.zip', content: zip }]);
  return zip;
}

/** A bomb: many records of the directory name the data of one member. */
function overlapping(health: ZipPart, after: ZipPart, count: number): Buffer {
  const zeros: ZipPart = { name: 'kernel', content: Buffer.alloc(100_000) };
  const locals = [health, after, zeros].map(localPart);
  const offsets = [0, locals[0]?.length ?? 0];
  const kernel = (offsets[1] ?? 0) + (locals[1]?.length ?? 0);
  const records = [
    centralPart(health, 0),
    centralPart(after, offsets[1] ?? 0),
    ...Array.from({ length: count }, () => centralPart(zeros, kernel)),
  ];
  const directory = Buffer.concat(records);
  const end = endRecord(records.length, directory.length, kernel + (locals[2]?.length ?? 0));
  return Buffer.concat([...locals, directory, end]);
}

/** A bomb: the data of each member hold the headers of those behind it, in a stored block of deflate. */
function quoting(health: ZipPart, after: ZipPart): Buffer {
  const inner = localPart({ name: 'b', content: Buffer.alloc(200_000) });
  const quoted = Buffer.concat([storedBlock(inner.length), inner]);
  const outer: ZipPart = { name: 'a', content: inner, packed: quoted, crc: crc32(inner) };
  const locals = [localPart(health), localPart(after), localPart(outer)];
  const at = (locals[0]?.length ?? 0) + (locals[1]?.length ?? 0);
  const innerAt = at + (locals[2]?.length ?? 0) - inner.length;
  const directory = Buffer.concat([
    centralPart(health, 0),
    centralPart(after, locals[0]?.length ?? 0),
    centralPart(outer, at),
    centralPart({ name: 'b', content: Buffer.alloc(200_000) }, innerAt),
  ]);
  return Buffer.concat([...locals, directory, endRecord(4, directory.length, at + (locals[2]?.length ?? 0))]);
}

/** The head of a block that is not packed, the last of its stream. */
function storedBlock(length: number): Buffer {
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeUInt16LE(length, 1);
  head.writeUInt16LE(length ^ 0xffff, 3);
  return head;
}
