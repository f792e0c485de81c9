import { gzipSync, zstdCompressSync } from 'node:zlib';

import { octal, paxEntry, tarEntry, tarFile, tarHeader } from '../../harness/tar-blocks.ts';
import { packedBy } from '../../harness/tools.ts';
import { zipFile } from '../../harness/zip-records.ts';
import {
  HEALTH,
  linesOf,
  withDefaults,
  type CaseMaker,
  type Expected,
  type HostileCase,
} from '../hostile-case.ts';

const MIB = 1024 * 1024;

/** Little that becomes much: bytes, entries, depths. */
export const bombCases: CaseMaker = (random) => {
  const after = linesOf(random, 10);
  const health = { 'health.txt': HEALTH };
  const both = { ...health, 'after.txt': after };
  const HEALTH_ENTRY = tarEntry({ name: 'health.txt' }, HEALTH);
  const AFTER_ENTRY = tarEntry({ name: 'after.txt' }, after);
  const bomb = (name: string, file: string, bytes: () => Uint8Array, expected: Expected): HostileCase =>
    withDefaults({ name: `bomb/${name}`, file, bytes, good: {} }, expected);
  const inTar = (name: string, path: string, packed: () => Buffer, expected: Expected): HostileCase =>
    bomb(name, `${name}.tar`, () => tarFile(HEALTH_ENTRY, tarEntry({ name: path }, packed()), AFTER_ENTRY), {
      good: both,
      ...expected,
    });
  const small = ['ratio-floor-bytes=64MiB'];
  const ratio = { problems: ['limit-ratio'], limits: small } as const;
  const zeros = Buffer.alloc(64 * MIB);

  return [
    // Ten gibibytes in ten megabytes: its members look like those of any appended log.
    inTar('gz-of-ten-gibibytes', 'zeros.log.gz', () => repeated(gzipSync(zeros, { level: 9 }), 160), {
      problems: ['limit-ratio'],
    }),
    inTar('gz', 'zeros.log.gz', () => repeated(gzipSync(zeros), 4), ratio),
    inTar('bz2', 'zeros.log.bz2', () => repeated(packedBy('bzip2', zeros), 4), ratio),
    inTar('xz', 'zeros.log.xz', () => repeated(packedBy('xz', zeros, '-0'), 4), ratio),
    inTar('zst', 'zeros.log.zst', () => repeated(zstdCompressSync(zeros), 4), ratio),
    bomb(
      'tar-gz',
      'bomb.tar.gz',
      () =>
        gzipSync(
          Buffer.concat([
            HEALTH_ENTRY,
            tarHeader({ name: 'zeros', size: 2 * zeros.length }),
            zeros,
            zeros,
            AFTER_ENTRY,
          ]),
          { level: 9 },
        ),
      {
        limits: small,
        good: health,
        problems: ['limit-ratio', 'truncated'],
        exit: 4,
      },
    ),
    bomb(
      'zip',
      'bomb.zip',
      () =>
        zipFile([
          { name: 'health.txt', content: HEALTH },
          { name: 'zeros', content: Buffer.alloc(96 * MIB) },
          { name: 'after.txt', content: after },
        ]),
      {
        ...ratio,
        good: both,
      },
    ),
    bomb(
      'lastlog-of-a-gibibyte',
      'lastlog.tar.gz',
      () => {
        const map = { 386: octal(0) + octal(512), 483: octal(1024 * MIB) };
        return gzipSync(
          tarFile(
            HEALTH_ENTRY,
            tarHeader({ name: 'var/log/lastlog', type: 'S', magic: 'gnu', size: 512, at: map }),
            Buffer.alloc(512, 1),
            AFTER_ENTRY,
          ),
        );
      },
      { good: both },
    ),
    bomb(
      'zip-of-zips',
      'zips.zip',
      () => {
        let content: Buffer = zipFile([{ name: 'zeros', content: Buffer.alloc(MIB) }]);
        for (let level = 0; level < 4; level++)
          content = zipFile(Array.from({ length: 8 }, (_, at) => ({ name: `${at}.zip`, content })));
        return zipFile([
          { name: 'health.txt', content: HEALTH },
          { name: 'b.zip', content },
          { name: 'after.txt', content: after },
        ]);
      },
      { good: health, limits: ['total-bytes=200MiB'], problems: ['limit-total-bytes'], exit: 4 },
    ),
    bomb(
      'entries-of-two-hundred-thousand',
      'many.tar.gz',
      () => gzipSync(tarFile(HEALTH_ENTRY, emptyEntries(200_000), AFTER_ENTRY), { level: 1 }),
      { good: both },
    ),
    bomb(
      'entries-beyond-their-limit',
      'many.tar.gz',
      () => gzipSync(tarFile(HEALTH_ENTRY, emptyEntries(2000)), { level: 1 }),
      {
        good: health,
        limits: ['entries=1000'],
        problems: ['limit-entries'],
        exit: 4,
      },
    ),
    bomb(
      'total-beyond-its-limit',
      'total.tar.gz',
      () => gzipSync(tarFile(HEALTH_ENTRY, tarEntry({ name: 'zeros' }, zeros)), { level: 1 }),
      {
        good: health,
        limits: ['total-bytes=32MiB'],
        problems: ['limit-total-bytes'],
        exit: 4,
      },
    ),
    bomb(
      'entry-beyond-its-limit',
      'entry.tar.gz',
      () => gzipSync(tarFile(HEALTH_ENTRY, tarEntry({ name: 'zeros' }, zeros), AFTER_ENTRY), { level: 1 }),
      {
        good: both,
        limits: ['entry-bytes=32MiB'],
        problems: ['limit-entry-bytes'],
      },
    ),
    bomb(
      'headers-of-pax',
      'pax.tar.gz',
      () =>
        gzipSync(
          tarFile(
            HEALTH_ENTRY,
            ...Array.from({ length: 300 }, () => paxEntry([['comment', 'c'.repeat(900_000)]])),
            AFTER_ENTRY,
          ),
          { level: 1 },
        ),
      {
        good: both,
      },
    ),
    bomb(
      'zip-of-a-hundred-thousand',
      'many.zip',
      () =>
        zipFile([
          { name: 'health.txt', content: HEALTH },
          ...Array.from({ length: 65_000 }, (_, at) => ({ name: `${at}`, method: 0 })),
          { name: 'after.txt', content: after },
        ]),
      {
        good: both,
      },
    ),
  ];
};

function repeated(bytes: Buffer, times: number): Buffer {
  return Buffer.concat(new Array<Buffer>(times).fill(bytes));
}

function emptyEntries(count: number): Buffer {
  return Buffer.concat(Array.from({ length: count }, (_, at) => tarHeader({ name: `d/${at}` })));
}
