import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipOf, tarOf, zipOf, type PackedFile } from './pack.ts';

/** What samples/<name>/sample.json says. */
export interface Sample {
  /** Name of the archive to be made; its ending chooses the form: `.zip` or `.tar.gz`. */
  readonly archive: string;
  /** Time of all entries: when the bundle was collected. */
  readonly modified: string;
}

export const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');

export function sampleNames(): readonly string[] {
  return readdirSync(SAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export function readSample(name: string): Sample {
  // The file is ours.
  return JSON.parse(readFileSync(join(SAMPLES, name, 'sample.json'), 'utf8')) as Sample;
}

/**
 * The archive of a sample, made of the plain files below samples/<name>/bundle:
 *
 *   folder x.zip.d/   becomes the archive x.zip, nested to any depth
 *   .gzip             lists files, by path, that are gzipped under their name without `.txt`
 *   .links            lists symbolic links: path, a tab, target
 */
export function packSample(name: string): Buffer {
  const { archive, modified } = readSample(name);
  const bundle = join(SAMPLES, name, 'bundle');
  const gzipped = new Set(listOf(bundle, '.gzip'));
  const links = listOf(bundle, '.links').map((line) => {
    const [path = '', link = ''] = line.split('\t');
    return { path, link };
  });
  const time = new Date(modified);
  const files = [...filesBelow(bundle, '', { gzipped, time }), ...links].sort(byPath);
  if (archive.endsWith('.zip')) return zipOf(files, { modified: time });
  if (archive.endsWith('.tar.gz')) return gzipOf(tarOf(files, { modified: time }));
  throw new Error(`${name}: no archive of this form can be packed: ${archive}`);
}

interface Packing {
  readonly gzipped: ReadonlySet<string>;
  readonly time: Date;
}

/** `folder` is read from disk; `inside` is its path in the archive being made. */
function filesBelow(folder: string, inside: string, packing: Packing): readonly PackedFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly PackedFile[] => {
    const onDisk = join(folder, entry.name);
    const path = posix.join(inside, entry.name);
    if (entry.isDirectory() && entry.name.endsWith('.zip.d')) {
      const members = [...filesBelow(onDisk, '', packing)].sort(byPath);
      return [{ path: path.slice(0, -2), content: zipOf(members, { modified: packing.time }) }];
    }
    if (entry.isDirectory()) return filesBelow(onDisk, path, packing);
    if (path === '.links' || path === '.gzip') return [];
    const content = readFileSync(onDisk);
    if (packing.gzipped.has(path)) return [{ path: path.replace(/\.txt$/u, ''), content: gzipOf(content) }];
    return [{ path, content }];
  });
}

function listOf(bundle: string, name: string): readonly string[] {
  if (!readdirSync(bundle).includes(name)) return [];
  return readFileSync(join(bundle, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function byPath(a: PackedFile, b: PackedFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
