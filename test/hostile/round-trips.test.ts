import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { readBytes, readSource, type ReadBytes } from '../harness/read-bytes.ts';
import { describeWith } from '../harness/needs.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { plant, planted, treeOf, withoutImplied } from './tree.ts';

/** One way to pack the folder in which it is called into a file, and to unpack that again where it is called. */
interface Way {
  readonly title: string;
  readonly pack: string;
  /** Left out where the packer unpacks no link that leads out of the folder. */
  readonly unpack?: string;
  readonly password?: string;
}

const RUNS = { numRuns: 6, seed: 20_260_115 } as const;
const folder = temporaryFolder();

const TAR: readonly Way[] = [
  ...['v7', 'ustar', 'oldgnu', 'gnu', 'posix'].map((format) => tar(`--format=${format}`)),
  tar('--format=gnu --sparse'),
  ...['0.0', '0.1', '1.0'].map((version) => tar(`--format=posix --sparse --sparse-version=${version}`)),
  tar('--format=gnu --label=bundle'),
  tar('--format=gnu --listed-incremental=/dev/null'),
];
const PACKED_TAR: readonly (readonly [program: string, ways: readonly Way[]])[] = [
  ['gzip', [packed('gzip -c')]],
  ['xz', [packed('xz -0 -c'), packed('xz -0 -c -T2 --block-size=100KiB'), packed('xz -0 -c --check=sha256')]],
  ['zstd', [packed('zstd -1 -c'), packed('zstd -c --long=27'), packed('zstd -c -T2 -B100KiB')]],
  ['bzip2', [packed('bzip2 -c')]],
  ['pbzip2', [packed('pbzip2 -c -p2 -b1')]],
];
const BSDTAR: readonly Way[] = ['v7', 'ustar', 'pax', 'gnutar'].map((format) => ({
  title: `bsdtar --format=${format}`,
  pack: `bsdtar --format=${format} -cf "$FILE" .`,
  unpack: 'bsdtar -xf "$FILE"',
}));
const ZIP: readonly Way[] = [
  zip(''),
  zip('-0'),
  zip('-fz'),
  { title: 'zip, into a pipe', pack: 'zip -q -r -y - . | cat > "$FILE"', unpack: 'unzip -q "$FILE"' },
  { ...zip('-P pw'), unpack: 'unzip -q -P pw "$FILE"', password: 'pw' },
];
const BSDTAR_ZIP: readonly Way[] = [
  {
    title: 'bsdtar --format=zip',
    pack: 'bsdtar --format=zip -cf - . | cat > "$FILE"',
    unpack: 'bsdtar -xf "$FILE"',
  },
];
const SEVEN: readonly Way[] = [
  seven(''),
  ...['AES256', 'AES192', 'AES128', 'ZipCrypto'].map((method) => ({
    ...seven(`-mem=${method} -ppw`),
    password: 'pw',
  })),
];

/** What a packer made of any folder is read as that packer unpacks it, from a file and from a stream. */
describeWith('tar', 'a tar of GNU', () => roundTrips(TAR, true));
for (const [program, ways] of PACKED_TAR)
  describeWith(program, `a tar packed by ${program}`, () => roundTrips(ways, true));
describeWith('bsdtar', 'a tar of libarchive', () => roundTrips(BSDTAR, true));
describeWith('bsdtar', 'a zip of libarchive', () => roundTrips(BSDTAR_ZIP, false));
describeWith('zip', 'a zip of Info-ZIP', () => roundTrips(ZIP, false));
describeWith('7z', 'a zip of 7-Zip', () => roundTrips(SEVEN, false));

function roundTrips(ways: readonly Way[], isTar: boolean): void {
  it.each(ways.map((way) => [way.title, way] as const))(
    'is read as it is unpacked: %s',
    async (_title, way) => {
      await fc.assert(
        fc.asyncProperty(treeOf(isTar), async (nodes) => {
          const own = mkdtempSync(join(folder.path, 'trip-'));
          const [from, to] = [join(own, 'from'), join(own, 'to')];
          mkdirSync(from);
          mkdirSync(to);
          plant(from, nodes);
          const file = join(own, 'archive');
          run(way.pack, from, file);
          if (way.unpack !== undefined) run(way.unpack, to, file);
          const password = way.password === undefined ? {} : { password: way.password };
          const expected = planted(way.unpack === undefined ? from : to);
          expect(foundIn(await readSource({ kind: 'path', path: file }, password))).toEqual(expected);
          const limits = { heldArchiveBytes: 0 };
          const stream = await readBytes(readFileSync(file), { limits, pieces: 10_007, ...password });
          expect(foundIn(stream)).toEqual(expected);
          rmSync(own, { recursive: true });
        }),
        RUNS,
      );
    },
    180_000,
  );
}

function tar(options: string): Way {
  return { title: `tar ${options}`, pack: `tar ${options} -cf "$FILE" .`, unpack: 'tar -xf "$FILE"' };
}

function packed(program: string): Way {
  const [name = ''] = program.split(' ');
  const unpack = `${name === 'pbzip2' ? 'bzip2' : name} -dc ${name === 'zstd' ? '--long=27' : ''}`;
  return {
    title: program,
    pack: `tar --format=posix -cf - . | ${program} > "$FILE"`,
    unpack: `${unpack} < "$FILE" | tar -xf -`,
  };
}

function zip(options: string): Way {
  // It puts `.zip` behind a name that has no such end.
  const pack = `zip -q -r -y ${options} "$FILE.zip" . && mv "$FILE.zip" "$FILE"`;
  return { title: `zip ${options}`, pack, unpack: 'unzip -q "$FILE"' };
}

function seven(options: string): Way {
  return {
    title: `7z -tzip ${options}`,
    pack: `7z a -tzip -snl ${options} "$FILE.zip" . && mv "$FILE.zip" "$FILE"`,
  };
}

/** What cannot be packed in some form is left out by the packer, which fails on it and packs the rest. */
function run(command: string, cwd: string, file: string): void {
  const env = { ...process.env, FILE: file, LC_ALL: 'C.UTF-8' };
  const { error } = spawnSync('sh', ['-c', command], { cwd, env, stdio: 'ignore' });
  if (error) throw error;
}

/** Everything that was read, in the words of `planted`. Nothing may be told of an archive that is in order. */
function foundIn({ entries, texts, problems }: ReadBytes): Record<string, string> {
  // The size of a member that only the directory tells makes a stream be held.
  expect(problems.filter(({ code }) => code !== 'held')).toEqual([]);
  const found = entries.map(({ path, kind, linkTarget }): [string, string] => {
    if (kind === 'folder') return [path, 'folder'];
    return [path, kind === 'link' ? `link ${linkTarget}` : (texts[path] ?? '')];
  });
  return withoutImplied(found);
}
