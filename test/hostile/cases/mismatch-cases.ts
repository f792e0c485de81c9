import { gzipSync } from 'node:zlib';

import { journalOf } from '../../harness/journal.ts';
import { tarEntry, tarFile } from '../../harness/tar-blocks.ts';
import { HEALTH, linesOf, withDefaults, type CaseMaker, type HostileCase } from '../hostile-case.ts';
import type { ProblemCode } from '../../../engine/api/index.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const PAGE = '<!DOCTYPE html><html><body>Sign in</body></html>';

/** What an archive turns out to be that is none, or none that is opened: alone, and beside good entries. */
const STRANGERS: readonly (readonly [file: string, content: Buffer, code: ProblemCode])[] = [
  ['a.7z', bytes('7z\xbc\xaf\x27\x1c\0\x04'), 'unsupported'],
  ['a.rar', bytes('Rar!\x1a\x07\x01\0'), 'unsupported'],
  ['a.rpm', bytes('\xed\xab\xee\xdb\x03\0'), 'unsupported'],
  ['a.deb', bytes('!<arch>\ndebian-binary   1760000000'), 'unsupported'],
  ['a.cab', bytes('MSCF\0\0\0\0'), 'unsupported'],
  ['a.lz4', bytes('\x04\x22\x4d\x18\x64\x40'), 'unsupported'],
  ['a.tar.lz', bytes('LZIP\x01\x0c'), 'unsupported'],
  ['a.gpg', bytes('-----BEGIN PGP MESSAGE-----\n\n'), 'encrypted'],
  ['a.age', bytes('age-encryption.org/v1\n-> X25519 x\n'), 'encrypted'],
  ['a.enc', bytes('Salted__12345678'), 'encrypted'],
  ['page.zip', bytes(PAGE), 'not-an-archive'],
  ['error.tar.gz', bytes('{"error":"forbidden"}'), 'not-an-archive'],
  ['noise.zip', bytes('\x01\0\x02lost its beginning'), 'not-an-archive'],
  ['elf.zip', bytes('\x7fELF\x02\x01\x01\0'), 'not-an-archive'],
];

const ALONE = ['a.7z', 'a.gpg', 'page.zip', 'error.tar.gz', 'noise.zip'];

export const mismatchCases: CaseMaker = (random) => {
  const after = linesOf(random, 10);
  const around = (...middle: readonly Buffer[]): Buffer =>
    tarFile(tarEntry({ name: 'health.txt' }, HEALTH), ...middle, tarEntry({ name: 'after.txt' }, after));
  const good = { 'health.txt': HEALTH, 'after.txt': after };
  const alone = STRANGERS.filter(([file]) => ALONE.includes(file)).map(([file, content, code]): HostileCase =>
    withDefaults(
      { name: `stranger/alone-${file}`, file, bytes: () => content, good: {} },
      { problems: [code], exit: 3 },
    ),
  );
  const all = STRANGERS.map(([name, content]) => tarEntry({ name }, content));
  const codes = STRANGERS.map(([, , code]) => code);
  const journal = journalOf([
    {
      at: 1_760_000_000_000_000,
      fields: [
        ['MESSAGE', 'first'],
        ['_SYSTEMD_UNIT', 'a.service'],
      ],
    },
  ]);
  const damaged = Buffer.from(journal);
  damaged.fill(0xee, journal.length - 4096 - 300, journal.length - 4096);
  const inTar = (name: string, middle: readonly Buffer[], problems: readonly ProblemCode[]): HostileCase =>
    withDefaults(
      { name: `stranger/${name}`, file: `${name}.tar`, bytes: () => around(...middle), good },
      { problems },
    );
  return [
    ...alone,
    inTar('all-in-a-tar', all, codes),
    inTar(
      'gz-named-as-zip',
      [tarEntry({ name: 'a.zip' }, gzipSync(tarFile(tarEntry({ name: 'in.txt' }, after))))],
      [],
    ),
    inTar(
      'tail-without-its-beginning',
      [tarEntry({ name: 'messages.1.gz.tailed' }, '\x93\x01deflated')],
      ['unsupported'],
    ),
    inTar('journal', [tarEntry({ name: 'var/log/journal/1/system.journal' }, journal)], []),
    inTar('journal-damaged', [tarEntry({ name: 'var/log/journal/1/system.journal' }, damaged)], ['damaged']),
    inTar(
      'journal-header-only',
      [tarEntry({ name: 'var/log/journal/1/system.journal' }, journal.subarray(0, 100))],
      ['damaged'],
    ),
    withDefaults(
      { name: 'stranger/empty', file: 'empty.zip', bytes: () => Buffer.alloc(0), good: {} },
      { problems: ['malformed-file'], exit: 3 },
    ),
    withDefaults(
      { name: 'stranger/one-byte', file: 'one.zip', bytes: () => bytes('P'), good: {} },
      { problems: ['not-an-archive'], exit: 3 },
    ),
    withDefaults(
      { name: 'stranger/zeros', file: 'zeros.tar', bytes: () => Buffer.alloc(100_000), good: {} },
      { problems: ['not-an-archive'], exit: 3 },
    ),
  ];
};
