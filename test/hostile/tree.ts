import {
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  ftruncateSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

/** A file, folder or link to be packed, by its path below the folder that is. */
export interface TreeNode {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'sparse';
  /** Bytes of content; of a sparse file, those that are no hole. */
  readonly size: number;
  readonly target: string;
}

/** Around the sizes at which blocks of tars, pages and buffers end. */
const SIZES = [
  0, 1, 511, 512, 513, 1023, 1024, 1025, 4096, 10_239, 10_240, 10_241, 65_535, 65_536, 65_537, 300_000,
];
const HOLE = 1024 * 1024;

const letters = fc.string({ unit: fc.constantFrom(...'abcXYZ019._- '), minLength: 1, maxLength: 12 });
const anyScript = fc.string({
  unit: fc.constantFrom('\u00e9', '\u00df', '\u65e5', '\u672c', '\u0416', '\u{1f600}', 'a'),
  minLength: 1,
  maxLength: 8,
});
const odd = fc.constantFrom(
  '!',
  'a!@2',
  '#x',
  "it's",
  '"',
  '$HOME',
  '%s',
  '@x',
  '+',
  '~',
  'a:b',
  '__proto__',
  '&',
  ';',
);
const long = fc.integer({ min: 90, max: 250 }).map((length) => 'n'.repeat(length));
/** Names that only a tar keeps as they are. */
const raw = fc.constantFrom('a\nb', 'tab\there', 'back\\slash', '\u001b[31m', 'x*', 'x?', '[x]');

function nameOf(isTar: boolean): fc.Arbitrary<string> {
  const usual = [
    { arbitrary: letters, weight: 5 },
    { arbitrary: anyScript, weight: 3 },
    { arbitrary: odd, weight: 2 },
    { arbitrary: long, weight: 1 },
  ];
  return fc
    .oneof(...usual, ...(isTar ? [{ arbitrary: raw, weight: 2 }] : []))
    .filter((name) => name !== '.' && name !== '..' && name.trim() === name && !name.startsWith('-'));
}

/** Some nodes, no path of which passes through one that is no folder. */
export function treeOf(isTar: boolean): fc.Arbitrary<readonly TreeNode[]> {
  const node = fc.record({
    parts: fc.array(nameOf(isTar), { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom<TreeNode['kind']>('file', 'file', 'file', 'folder', 'link', 'sparse'),
    size: fc.constantFrom(...SIZES),
    target: fc.constantFrom('nowhere', '../x', '/etc/hosts', 'a b', 't'.repeat(120), '\u00e9'),
  });
  return fc.array(node, { minLength: 1, maxLength: 8 }).map((nodes) => {
    const kept = new Map<string, TreeNode>();
    for (const { parts, ...rest } of nodes) {
      const path = parts.join('/');
      const above = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'));
      const isTaken = [...kept.keys()].some((other) => other === path || other.startsWith(`${path}/`));
      if (isTaken || above.some((folder) => (kept.get(folder)?.kind ?? 'folder') !== 'folder')) continue;
      kept.set(path, { path, ...rest });
    }
    return [...kept.values()];
  });
}

/** Writes the nodes below a folder. */
export function plant(folder: string, nodes: readonly TreeNode[]): void {
  for (const [index, { path, kind, size, target }] of nodes.entries()) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    if (kind === 'folder') mkdirSync(full);
    else if (kind === 'link') symlinkSync(target, full);
    else if (kind === 'sparse') writeSparse(full, contentOf(index, size));
    else writeFileSync(full, contentOf(index, size));
  }
}

function contentOf(index: number, size: number): string {
  return `line ${index} of a log\n`.repeat(Math.ceil(size / 16)).slice(0, size);
}

/** The content between two holes. */
function writeSparse(path: string, content: string): void {
  const file = openSync(path, 'w');
  writeSync(file, content, HOLE);
  ftruncateSync(file, 2 * HOLE + content.length);
  closeSync(file);
}

/** What lies below a folder, by address: `folder`, `link TARGET`, or the content in Latin-1. */
export function planted(folder: string): Record<string, string> {
  const found: [string, string][] = [];
  const left: string[] = [''];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    for (const name of readdirSync(join(folder, at))) {
      const path = at === '' ? name : `${at}/${name}`;
      const full = join(folder, path);
      const stats = lstatSync(full);
      if (stats.isDirectory()) left.push(path);
      const what = stats.isDirectory()
        ? 'folder'
        : stats.isSymbolicLink()
          ? `link ${readlinkSync(full)}`
          : readFileSync(full, 'latin1');
      found.push([path.replaceAll('!', '!!'), what]);
    }
  }
  return withoutImplied(found);
}

/** By address, without folders that hold something: not every packer names those. */
export function withoutImplied(
  found: readonly (readonly [path: string, what: string])[],
): Record<string, string> {
  const kept = found.filter(
    ([path, what]) => what !== 'folder' || !found.some(([other]) => other.startsWith(`${path}/`)),
  );
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
