import { paxEntry, tarEntry, tarFile } from '../../harness/tar-blocks.ts';
import { zipFile } from '../../harness/zip-records.ts';
import { HEALTH, linesOf, withDefaults, type CaseMaker, type HostileCase } from '../hostile-case.ts';

/** What a name may be that no file should be called, and the address it gets. */
const NAMES: Readonly<Record<string, readonly (readonly [name: string | Buffer, address: string])[]>> = {
  'leading-out': [
    ['../../../../etc/cron.d/x', '../../../../etc/cron.d/x'],
    ['a/../../b', 'a/../../b'],
    ['/etc/cron.d/x', 'etc/cron.d/x'],
    ['//etc///x', 'etc/x'],
  ],
  'of-windows': [
    ['C:\\Windows\\x.log', 'C:\\Windows\\x.log'],
    ['\\\\server\\share\\x.log', '\\\\server\\share\\x.log'],
    ['x.log:hidden', 'x.log:hidden'],
    ['CON', 'CON'],
    ['x.log.', 'x.log.'],
  ],
  'of-control-characters': [
    ['a\nb.log', 'a\nb.log'],
    ['\u001b]0;owned\u0007.log', '\u001b]0;owned\u0007.log'],
    ['good.log\rbad', 'good.log\rbad'],
  ],
  'of-hidden-characters': [
    ['log\u202egnp.exe', 'log\u202egnp.exe'],
    ['a\u200bb.log', 'a\u200bb.log'],
  ],
  'no-utf8': [
    [Buffer.from('caf\xe9.log', 'latin1'), 'caf\udce9.log'],
    [Buffer.from([0xed, 0xa0, 0x80, 0x2e]), '\udced\udca0\udc80.'],
    [Buffer.from([0xc0, 0xaf, 0x78]), '\udcc0\udcafx'],
  ],
  'of-any-script': [
    ['\u{1f600}.log', '\u{1f600}.log'],
    ['e\u0301.log', 'e\u0301.log'],
  ],
  'of-the-language': [
    ['__proto__', '__proto__'],
    ['constructor/prototype', 'constructor/prototype'],
    ['toString', 'toString'],
  ],
  'with-marks-of-addresses': [
    ['odd!name', 'odd!!name'],
    ['a.zip!/b', 'a.zip!!/b'],
    ['x!@2', 'x!!@2'],
  ],
  'hard-to-see': [
    [' ', ' '],
    ['...', '...'],
    ['-rf', '-rf'],
  ],
  long: [
    ['n'.repeat(300), 'n'.repeat(300)],
    [`${'d/'.repeat(300)}x`, `${'d/'.repeat(300)}x`],
  ],
  'too-long': [['n'.repeat(30_000), 'n'.repeat(16_384)]],
};

/** Names as data: by kind in tars, all of them in a zip. */
export const nameCases: CaseMaker = (random) => {
  const text = linesOf(random, 5);
  const after = linesOf(random, 5);
  const both = { 'health.txt': HEALTH, 'after.txt': after };
  const around = (...middle: readonly Buffer[]): Buffer =>
    tarFile(tarEntry({ name: 'health.txt' }, HEALTH), ...middle, tarEntry({ name: 'after.txt' }, after));

  const entryOf = (name: string | Buffer): readonly Buffer[] =>
    name.length > 100
      ? [paxEntry([['path', String(name)]]), tarEntry({ name: 'x' }, text)]
      : [tarEntry({ name }, text)];
  const goodOf = (names: readonly (readonly [unknown, string])[]): Record<string, string> =>
    Object.fromEntries([...Object.entries(both), ...names.map(([, address]) => [address, text] as const)]);

  const groups = Object.entries(NAMES).map(([kind, names]): HostileCase => {
    const bytes = (): Buffer => around(...names.flatMap(([name]) => entryOf(name)));
    const problems = kind === 'too-long' ? (['limit-name-bytes'] as const) : [];
    return withDefaults(
      { name: `name/${kind}`, file: `${kind}.tar`, bytes, good: goodOf(names) },
      { problems },
    );
  });

  // One that is no UTF-8 is read by code page 437 there.
  const inZip = Object.values(NAMES)
    .flat()
    .filter(([name]) => typeof name === 'string');
  return [
    ...groups,
    withDefaults(
      {
        name: 'name/all-in-a-zip',
        file: 'names.zip',
        bytes: () =>
          zipFile([
            { name: 'health.txt', content: HEALTH },
            ...inZip.map(([name]) => ({ name, content: text })),
            { name: 'after.txt', content: after },
          ]),
        good: goodOf(inZip),
      },
      { problems: ['limit-name-bytes'] },
    ),
    withDefaults(
      {
        name: 'name/same-name-a-thousand-times',
        file: 'same.tar',
        bytes: () =>
          around(...Array.from({ length: 1000 }, (_, at) => tarEntry({ name: 'x.log' }, `${at}\n`))),
        good: { ...both, 'x.log': '0\n', 'x.log!@1000': '999\n' },
      },
      {},
    ),
    withDefaults(
      {
        name: 'name/six-hundred-folders',
        file: 'deep.tar',
        bytes: () => around(paxEntry([['path', `${'d/'.repeat(600)}x`]]), tarEntry({ name: 'x' }, text)),
        good: both,
      },
      { problems: ['limit-path-depth'] },
    ),
    withDefaults(
      {
        name: 'name/none',
        file: 'nameless.tar',
        bytes: () => around(tarEntry({ name: '' }, text), tarEntry({ name: './', type: '5' })),
        good: { ...both, '!@1': text },
      },
      {},
    ),
    withDefaults(
      {
        name: 'name/file-and-folder-of-one-name',
        file: 'both.tar',
        bytes: () => around(tarEntry({ name: 'a' }, text), tarEntry({ name: 'a/b' }, text)),
        good: { ...both, a: text, 'a/b': text },
      },
      {},
    ),
  ];
};
