import { gzipOf } from '../../harness/pack.ts';
import {
  base256,
  END_MARK,
  longEntry,
  octal,
  padded,
  paxEntry,
  tarEntry,
  tarFile,
  tarHeader,
  withChecksum,
} from '../../harness/tar-blocks.ts';
import {
  HEALTH,
  linesOf,
  withDefaults,
  type CaseMaker,
  type Expected,
  type HostileCase,
} from '../hostile-case.ts';

const BLOCK = 512;
const HEALTH_ENTRY = tarEntry({ name: 'health.txt' }, HEALTH);

/** Tars with something wrong between two entries that are in order, or at their end. */
export const tarCases: CaseMaker = (random) => {
  const after = linesOf(random, 30);
  const log = linesOf(random, 60);
  const afterEntry = tarEntry({ name: 'after.txt' }, after);
  const both = { 'health.txt': HEALTH, 'after.txt': after };

  const between = (name: string, middle: readonly Uint8Array[], expected: Expected = {}): HostileCase =>
    whole(name, () => tarFile(HEALTH_ENTRY, ...middle, afterEntry), {
      ...expected,
      good: { ...both, ...expected.good },
    });
  const whole = (name: string, bytes: () => Uint8Array, expected: Expected = {}): HostileCase =>
    withDefaults(
      { name: `tar/${name}`, file: `${name}.tar`, bytes, good: { 'health.txt': HEALTH } },
      expected,
    );
  const damaged = { problems: ['damaged'], exit: 6 } as const;
  const truncated = { problems: ['truncated'], exit: 6 } as const;

  /** A header whose bytes at a place are others, its checksum as it was. */
  const overwritten = (at: number, text: string): Buffer => {
    const entry = tarEntry({ name: 'broken.log' }, log);
    entry.write(text, at, 'latin1');
    return entry;
  };
  const fields = [
    ['name', 0, 'X'],
    ['mode', 100, '9'],
    ['size', 124, '7777'],
    ['time', 136, 'z'],
    ['checksum', 148, '777'],
    ['type', 156, '5'],
    ['magic', 257, 'USTAR'],
    ['prefix', 345, '../'],
  ] as const;

  return [
    ...fields.map(([field, at, text]) =>
      between(`header-damaged-in-${field}`, [overwritten(at, text)], damaged),
    ),
    between('header-of-noise', [Buffer.from(noise(random, BLOCK)), padded(log)], damaged),
    between(
      'headers-lost-in-a-row',
      [overwritten(0, 'X'), overwritten(3, 'Y'), overwritten(124, '1')],
      damaged,
    ),
    between('block-of-zeros-between', [Buffer.alloc(BLOCK)]),
    between('end-mark-between', [END_MARK], { problems: ['trailing-data'] }),
    between('much-padding-between', [Buffer.alloc(64 * BLOCK)], { problems: ['trailing-data'] }),
    between('folder-with-a-body', [
      tarHeader({ name: 'etc/', type: '5', size: 1000 }),
      padded('x'.repeat(1000)),
    ]),
    between('folder-with-a-size-and-no-body', [tarHeader({ name: 'etc/', type: '5', size: 1000 })]),
    between('link-with-a-body', [
      tarHeader({ name: 'l', type: '2', link: 'health.txt', size: 600 }),
      padded('x'.repeat(600)),
    ]),
    between('device-with-a-body', [
      tarHeader({ name: 'sda', type: '4', size: 600 }),
      padded('x'.repeat(600)),
    ]),
    between('kind-that-is-not-known', [tarEntry({ name: 'odd.log', type: 'Q' }, log)], {
      problems: ['unsupported'],
      good: { 'odd.log': log },
    }),
    between('contiguous-file', [tarEntry({ name: 'c.log', type: '7' }, log)], { good: { 'c.log': log } }),
    between('v7-without-magic', [tarEntry({ name: 'v7.log', magic: 'none', type: '\0' }, log)], {
      good: { 'v7.log': log },
    }),
    between(
      'signed-checksum',
      [signedSum(tarHeader({ name: 'na\u00efve.log', size: log.length })), padded(log)],
      {
        good: { 'na\u00efve.log': log },
      },
    ),
    between('size-in-base-256', [tarEntry({ name: 'b.log', size: base256(BigInt(log.length)) }, log)], {
      good: { 'b.log': log },
    }),
    between(
      'size-below-zero',
      [tarHeader({ name: 'n.log', size: base256(-1n & ((1n << 95n) - 1n)) })],
      damaged,
    ),
    between('size-no-number', [tarHeader({ name: 'n.log', size: Buffer.from('12x45678901\0') })], damaged),
    between(
      'size-without-end',
      [tarEntry({ name: 's.log', size: Buffer.from('000000000012') }, 'ten bytes\n')],
      {
        good: { 's.log': 'ten bytes\n' },
      },
    ),
    between('time-beyond-every-calendar', [tarEntry({ name: 't.log', modified: base256(2n ** 60n) }, log)], {
      good: { 't.log': log },
    }),
    between('time-before-1970', [tarEntry({ name: 't.log', modified: base256((1n << 95n) - 5n) }, log)], {
      good: { 't.log': log },
    }),
    whole(
      'size-beyond-the-end',
      () => tarFile(HEALTH_ENTRY, tarEntry({ name: 'm.log', size: 2 ** 32 }, log), afterEntry),
      {
        ...damaged,
        good: both,
      },
    ),
    whole(
      'size-of-all-numbers',
      () => tarFile(HEALTH_ENTRY, tarEntry({ name: 'm.log', size: base256(2n ** 70n) }, log), afterEntry),
      {
        ...damaged,
        good: both,
      },
    ),
    between(
      'size-into-the-next-body',
      [tarEntry({ name: 'm.log', size: log.length + 2 * BLOCK }, log)],
      damaged,
    ),
    between(
      'size-over-several-entries',
      [
        tarEntry({ name: 'm.log', size: log.length + 5 * BLOCK }, log),
        tarEntry({ name: 'one.log' }, 'one\n'),
        tarEntry({ name: 'two.log' }, 'x'.repeat(BLOCK)),
        tarEntry({ name: 'three.log' }, 'x'.repeat(3 * BLOCK)),
      ],
      { ...damaged, good: { 'one.log': 'one\n' } },
    ),
    between('size-shorter-than-its-body', [tarEntry({ name: 'm.log', size: 100 }, log)], damaged),

    between(
      'pax-malformed',
      [tarEntry({ name: 'PaxHeaders/x', type: 'x' }, 'no record\n'), tarEntry({ name: 'p.log' }, log)],
      {
        ...damaged,
        good: { 'p.log': log },
      },
    ),
    between(
      'pax-length-of-nine-digits',
      [tarEntry({ name: 'PaxHeaders/x', type: 'x' }, '999999999 path=x\n'), tarEntry({ name: 'p.log' }, log)],
      { ...damaged, good: { 'p.log': log } },
    ),
    between('pax-path-with-zero-byte', [paxEntry([['path', 'a\0b.log']]), tarEntry({ name: 'x' }, log)], {
      good: { 'a\0b.log': log },
    }),
    between('pax-path-empty', [paxEntry([['path', '']]), tarEntry({ name: 'own.log' }, log)], {
      good: { 'own.log': log },
    }),
    between('pax-size-lies', [paxEntry([['size', '3']]), tarEntry({ name: 'p.log' }, log)], damaged),
    between('pax-global-sets-no-size', [paxEntry([['size', '0']], 'g'), tarEntry({ name: 'p.log' }, log)], {
      good: { 'p.log': log },
    }),
    between(
      'pax-beyond-its-limit',
      [paxEntry([['comment', 'c'.repeat(2 * 1024 * 1024)]]), tarEntry({ name: 'p.log' }, log)],
      {
        problems: ['limit-header-bytes'],
        good: { 'p.log': log },
      },
    ),
    between(
      'pax-many-records',
      [
        paxEntry(Array.from({ length: 5000 }, (_, at) => [`SCHILY.xattr.user.${at}`, 'v'])),
        tarEntry({ name: 'p.log' }, log),
      ],
      { good: { 'p.log': log } },
    ),
    between('long-name-without-an-entry', [longEntry('L', 'n'.repeat(300)), END_MARK], {
      problems: ['trailing-data'],
      good: {},
    }),
    between(
      'long-name-of-a-megabyte',
      [longEntry('L', 'n'.repeat(2 * 1024 * 1024)), tarEntry({ name: 'own.log' }, log)],
      {
        problems: ['limit-header-bytes'],
        good: { 'own.log': log },
      },
    ),
    between(
      'long-name-twice',
      [longEntry('L', 'first'), longEntry('L', 'second.log'), tarEntry({ name: 'x' }, log)],
      {
        good: { 'second.log': log },
      },
    ),
    between('volume-name', [tarHeader({ name: 'backup', type: 'V' })]),
    between('continued-from-another-volume', [tarEntry({ name: 'm.log', type: 'M' }, log)], {
      ...truncated,
      good: { 'm.log': log },
    }),

    between('sparse-of-gnu', [gnuSparse([[1000, 512]], 5000), Buffer.alloc(512, 's')], {
      good: { sparse: Buffer.concat([Buffer.alloc(1000), Buffer.alloc(512, 's'), Buffer.alloc(3488)]) },
    }),
    between('sparse-map-beyond-the-file', [gnuSparse([[9000, 512]], 5000), Buffer.alloc(512, 's')], damaged),
    between(
      'sparse-map-backwards',
      [
        gnuSparse(
          [
            [1000, 256],
            [500, 256],
          ],
          5000,
        ),
        Buffer.alloc(512, 's'),
      ],
      damaged,
    ),
    between('sparse-of-eight-tebibytes', [gnuSparse([], 2 ** 33 - 1)], {
      limits: ['entry-bytes=1MiB'],
      problems: ['limit-entry-bytes'],
    }),
    between(
      'sparse-1.0-map-no-numbers',
      [
        paxEntry([
          ['GNU.sparse.major', '1'],
          ['GNU.sparse.minor', '0'],
          ['GNU.sparse.name', 's.log'],
          ['GNU.sparse.realsize', '9'],
        ]),
        tarEntry({ name: 'x' }, 'no map at all\n'.repeat(50)),
      ],
      damaged,
    ),
    between(
      'sparse-1.0-map-without-end',
      [
        paxEntry([
          ['GNU.sparse.major', '1'],
          ['GNU.sparse.minor', '0'],
          ['GNU.sparse.name', 's.log'],
          ['GNU.sparse.realsize', '9'],
        ]),
        tarEntry({ name: 'x' }, `99999999\n${'1\n'.repeat(2000)}`),
      ],
      damaged,
    ),

    whole(
      'cut-in-a-body',
      () =>
        tarFile(HEALTH_ENTRY, tarEntry({ name: 'm.log' }, log)).subarray(
          0,
          HEALTH_ENTRY.length + BLOCK + 700,
        ),
      truncated,
    ),
    whole('cut-in-a-header', () => Buffer.concat([HEALTH_ENTRY, afterEntry.subarray(0, 300)]), truncated),
    whole('cut-between-entries', () => Buffer.concat([HEALTH_ENTRY, afterEntry]), {
      ...truncated,
      good: both,
    }),
    whole(
      'cut-in-a-long-name',
      () => Buffer.concat([HEALTH_ENTRY, longEntry('L', 'n'.repeat(700)).subarray(0, 900)]),
      truncated,
    ),
    whole(
      'cut-in-a-sparse-map',
      () =>
        Buffer.concat([
          HEALTH_ENTRY,
          gnuSparse(
            [
              [0, 1],
              [2, 1],
              [4, 1],
              [6, 1],
            ],
            9,
            true,
          ),
        ]),
      { problems: ['damaged', 'truncated'], exit: 6 },
    ),
    whole(
      'one-block-of-zeros-at-the-end',
      () => Buffer.concat([HEALTH_ENTRY, afterEntry, Buffer.alloc(BLOCK)]),
      { good: both },
    ),
    whole(
      'second-tar-behind-the-end',
      () => Buffer.concat([tarFile(HEALTH_ENTRY), Buffer.alloc(6 * BLOCK), tarFile(afterEntry)]),
      {
        problems: ['trailing-data'],
        good: both,
      },
    ),
    whole(
      'noise-behind-the-end',
      () => Buffer.concat([tarFile(HEALTH_ENTRY, afterEntry), noise(random, 5000)]),
      {
        problems: ['trailing-data'],
        good: both,
      },
    ),
    whole(
      'thirty-megabytes-of-padding',
      () => gzipOf(Buffer.concat([tarFile(HEALTH_ENTRY, afterEntry), Buffer.alloc(30 * 1024 * 1024)])),
      { good: both },
    ),
    whole(
      'first-header-damaged',
      () => {
        const tar = tarFile(tarEntry({ name: 'lost.log' }, log), HEALTH_ENTRY, afterEntry);
        tar.write('X', 0);
        return tar;
      },
      { ...damaged, good: both },
    ),
    whole(
      'tar-in-tar-in-tar',
      () =>
        tarFile(
          HEALTH_ENTRY,
          tarEntry({ name: 'a.tar' }, tarFile(tarEntry({ name: 'b.tar' }, tarFile(afterEntry)))),
        ),
      {
        good: { 'a.tar!/b.tar!/after.txt': after },
      },
    ),
    whole(
      'inner-tar-cut',
      () =>
        tarFile(HEALTH_ENTRY, tarEntry({ name: 'a.tar' }, tarFile(afterEntry).subarray(0, 900)), afterEntry),
      {
        problems: ['truncated'],
        good: both,
      },
    ),
    whole(
      'twelve-tars-in-each-other',
      () => {
        let tar = tarFile(afterEntry);
        for (let level = 0; level < 12; level++) tar = tarFile(tarEntry({ name: 'inner.tar' }, tar));
        return tarFile(HEALTH_ENTRY, tarEntry({ name: 'deep.tar' }, tar), afterEntry);
      },
      { problems: ['limit-nesting-depth'], good: both },
    ),
    {
      ...whole('on-standard-input', () => tarFile(HEALTH_ENTRY, overwritten(0, 'X'), afterEntry), {
        ...damaged,
        good: both,
      }),
      isPiped: true,
    },
  ];
};

function noise(random: { below(limit: number): number }, bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, () => 1 + random.below(255)));
}

/** The sum of signed bytes, as old writers made it. */
function signedSum(header: Buffer): Buffer {
  const block = withChecksum(header);
  block.fill(' ', 148, 156);
  const sum = new Int8Array(block).reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function gnuSparse(segments: readonly (readonly [number, number])[], size: number, goesOn = false): Buffer {
  const map = segments.map(([at, length]) => octal(at) + octal(length)).join('');
  const stored = segments.reduce((sum, [, length]) => sum + length, 0);
  const at = { 386: map, 482: goesOn ? '\x01' : '\0', 483: octal(size) };
  return tarHeader({ name: 'sparse', type: 'S', magic: 'gnu', size: stored, at });
}
