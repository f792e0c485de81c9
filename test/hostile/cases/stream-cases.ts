import { gzipSync, zstdCompressSync } from 'node:zlib';

import { tarEntry, tarFile } from '../../harness/tar-blocks.ts';
import { packedBy } from '../../harness/tools.ts';
import {
  HEALTH,
  linesOf,
  withDefaults,
  type CaseMaker,
  type Expected,
  type HostileCase,
} from '../hostile-case.ts';

type Pack = (content: Uint8Array | string) => Buffer;

const PACKERS: Readonly<Record<string, Pack>> = {
  gz: (content) => gzipSync(content),
  bz2: (content) => packedBy('bzip2', content),
  xz: (content) => packedBy('xz', content, '-0'),
  zst: (content) => packedBy('zstd', content, '-3', '--check'),
};

/** Packed streams: of a whole tar and of one log in a tar, each damaged in the same ways. */
export const streamCases: CaseMaker = (random) => {
  const after = linesOf(random, 30);
  const log = linesOf(random, 6000);
  const HEALTH_ENTRY = tarEntry({ name: 'health.txt' }, HEALTH);
  const tar = tarFile(HEALTH_ENTRY, tarEntry({ name: 'm.log' }, log), tarEntry({ name: 'after.txt' }, after));
  const health = { 'health.txt': HEALTH };
  const all = { ...health, 'm.log': log, 'after.txt': after };

  const ofTar = (kind: string, name: string, bytes: () => Uint8Array, expected: Expected): HostileCase =>
    withDefaults(
      { name: `stream/tar.${kind}-${name}`, file: `${name}.tar.${kind}`, bytes, good: {} },
      expected,
    );
  const ofLog = (kind: string, name: string, bytes: () => Uint8Array, expected: Expected): HostileCase => {
    const path = `m.log.${kind}`;
    const around = (): Buffer =>
      tarFile(HEALTH_ENTRY, tarEntry({ name: path }, bytes()), tarEntry({ name: 'after.txt' }, after));
    const good = { ...health, 'after.txt': after, ...expected.good };
    return withDefaults(
      { name: `stream/log.${kind}-${name}`, file: `${name}-log-${kind}.tar`, bytes: around, good },
      { ...expected, good },
    );
  };

  const each = Object.entries(PACKERS).flatMap(([kind, pack]) => {
    // A header of its own for each half: what stands in the first is out before the second is met.
    const first = tar.subarray(0, 1024);
    const rest = tar.subarray(1024);
    const halves = (): Buffer => Buffer.concat([pack(first), pack(rest)]);
    return [
      ofTar(kind, 'two-members', halves, { good: all }),
      ofTar(kind, 'an-empty-member-between', () => Buffer.concat([pack(first), pack(''), pack(rest)]), {
        good: all,
      }),
      ofTar(kind, 'cut', () => halves().subarray(0, -60), { good: health, problems: ['truncated'], exit: 6 }),
      ofTar(kind, 'flipped', () => flipped(halves(), 0.8), { good: health, problems: 'damage', exit: 6 }),
      ofTar(kind, 'noise-behind', () => Buffer.concat([pack(tar), Buffer.from('what is this doing here?')]), {
        good: all,
        problems: ['trailing-data'],
      }),
      ofTar(kind, 'packed-twice', () => pack(pack(tar)), { good: all }),
      ofLog(kind, 'cut', () => pack(log).subarray(0, -60), { problems: ['truncated'] }),
      ofLog(kind, 'flipped', () => flipped(pack(log), 0.5), { problems: 'damage' }),
      ofLog(kind, 'header-only', () => pack(log).subarray(0, 11), { problems: ['truncated'] }),
      ofLog(
        kind,
        'nested-ten-times',
        () => {
          let packed = pack(log);
          for (let level = 0; level < 9; level++) packed = pack(packed);
          return packed;
        },
        { problems: ['limit-nesting-depth'] },
      ),
    ];
  });

  return [
    ...each,
    ofTar('gz', 'zeros-behind', () => Buffer.concat([gzipSync(tar), Buffer.alloc(10_000)]), { good: all }),
    ofTar('gz', 'thousand-members', () => Buffer.concat(pieces(tar, 1000).map((piece) => gzipSync(piece))), {
      good: all,
    }),
    ofTar('gz', 'checksum-wrong', () => flipped(gzipSync(tar), 1, -5), {
      good: all,
      problems: ['checksum-mismatch'],
      exit: 6,
    }),
    ofTar('gz', 'length-wrong', () => flipped(gzipSync(tar), 1, -1), {
      good: all,
      problems: ['checksum-mismatch'],
      exit: 6,
    }),
    ofTar('gz', 'name-of-two-megabytes', () => named(tar, 2 * 1024 * 1024), {
      problems: ['limit-header-bytes'],
      exit: 3,
    }),
    ofTar('gz', 'all-header-fields', () => named(tar, 500), { good: all }),
    ofTar('xz', 'checks-of-sha256', () => packedBy('xz', tar, '-0', '--check=sha256'), { good: all }),
    ofTar('xz', 'without-a-check', () => packedBy('xz', tar, '-0', '--check=none'), { good: all }),
    ofTar(
      'xz',
      'padding-between',
      () =>
        Buffer.concat([
          packedBy('xz', tar.subarray(0, 1024)),
          Buffer.alloc(8),
          packedBy('xz', tar.subarray(1024)),
        ]),
      { good: all },
    ),
    ofTar('xz', 'index-damaged', () => flipped(packedBy('xz', tar, '-0'), 1, -20), {
      good: all,
      problems: ['damaged'],
      exit: 6,
    }),
    ofTar('xz', 'footer-damaged', () => flipped(packedBy('xz', tar, '-0'), 1, -6), {
      good: all,
      problems: ['damaged'],
      exit: 6,
    }),
    ofTar('xz', 'filter-of-programs', () => packedBy('xz', tar, '--x86', '--lzma2=preset=0'), {
      problems: ['unsupported'],
      exit: 3,
    }),
    ofTar('xz', 'window-beyond-its-limit', () => packedBy('xz', tar, '--lzma2=preset=0,dict=64MiB'), {
      limits: ['window-bytes=32MiB'],
      problems: ['limit-window-bytes'],
      exit: 4,
    }),
    ofTar('zst', 'window-beyond-its-limit', () => packedBy('zstd', tar, '--long=27'), {
      limits: ['window-bytes=32MiB'],
      problems: ['limit-window-bytes'],
      exit: 4,
    }),
    ofTar(
      'zst',
      'skipped-frames',
      () => {
        const frame = Buffer.concat([Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0]), Buffer.from('skip')]);
        return Buffer.concat([
          frame,
          zstdCompressSync(tar.subarray(0, 1024)),
          frame,
          zstdCompressSync(tar.subarray(1024)),
          frame,
        ]);
      },
      { good: all },
    ),
    ofTar('bz2', 'blocks-of-one-damaged', () => flipped(packedBy('bzip2', tar, '-1'), 0.5), {
      good: { ...health, 'after.txt': after },
      problems: 'damage',
      exit: 6,
    }),
  ];
};

function flipped(bytes: Buffer, part: number, shift = 0): Buffer {
  const at = Math.floor(bytes.length * part) + shift;
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  return bytes;
}

function pieces(bytes: Buffer, count: number): readonly Buffer[] {
  const length = Math.ceil(bytes.length / count);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * length, (at + 1) * length));
}

/** With an extra field, a name, a comment and a checksum of the header. */
function named(content: Uint8Array, length: number): Buffer {
  const packed = gzipSync(content);
  const head = Buffer.from([0x1f, 0x8b, 8, 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 4, 0, 1, 2, 3, 4]);
  return Buffer.concat([head, Buffer.from(`${'n'.repeat(length)}\0comment\0`), packed.subarray(10)]);
}
