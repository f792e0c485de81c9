import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipOf, tarOf, zipOf, type PackedFile } from './pack.ts';

/** What samples/<name>/sample.json says. */
export interface Sample {
  /** Name of the archive to be made; its ending chooses the form: `.zip`, `.tar`, `.tar.gz` or `.tgz`. */
  readonly archive: string;
  /** Time of all entries: when the bundle was collected. */
  readonly modified: string;
  /** Ids of the checks that must find something; none in a healthy sample. */
  readonly planted: readonly string[];
}

/** One file of a sample, before anything is packed. */
export interface SampleFile {
  readonly content?: string | Uint8Array;
  /** Packed by gzip under its own name. */
  readonly gzipped?: true;
  /** Makes it a symbolic link to this target. */
  readonly link?: string;
  /** Time of its last change, where it is not that of the archive. */
  readonly modified?: Date;
}

/** By address: `mde_diagnostic.zip!/usr/lib/os-release` is a member of a nested archive. */
export type SampleFiles = ReadonlyMap<string, SampleFile>;

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

/** The archive of a sample. */
export function packSample(name: string): Buffer {
  const { archive, modified } = readSample(name);
  const time = new Date(modified);
  return archiveOf(archive, packedFiles(sampleFiles(name), time), time);
}

/**
 * The plain files below samples/<name>/bundle:
 *
 *   folder x.zip.d/   is the archive x.zip, nested to any depth; so with .tar, .tar.gz and .tgz
 *   .gzip             lists files, by path, that are gzipped under their name without `.txt`
 *   .links            lists symbolic links: address, a tab, target
 */
export function sampleFiles(name: string): SampleFiles {
  const bundle = join(SAMPLES, name, 'bundle');
  const gzipped = new Set(listOf(bundle, '.gzip'));
  const files = new Map<string, SampleFile>();
  for (const path of pathsBelow(bundle, '')) {
    if (path === '.gzip' || path === '.links') continue;
    const content = readFileSync(join(bundle, path));
    const address = path.replaceAll(NESTED, '$<archive>!/');
    if (gzipped.has(path)) files.set(address.replace(/\.txt$/u, ''), { content, gzipped: true });
    else files.set(address, { content });
  }
  for (const line of listOf(bundle, '.links')) {
    const [path = '', link = ''] = line.split('\t');
    files.set(path, { link });
  }
  return files;
}

/** What goes into the outermost archive: nested ones are packed. In the order of their names. */
export function packedFiles(files: SampleFiles, time: Date): readonly PackedFile[] {
  const nested = new Map<string, Map<string, SampleFile>>();
  const packed: PackedFile[] = [];
  for (const [address, file] of files) {
    const at = address.indexOf('!/');
    if (at === -1) packed.push(packedFile(address, file));
    else {
      const archive = address.slice(0, at);
      const members = nested.get(archive) ?? new Map<string, SampleFile>();
      nested.set(archive, members.set(address.slice(at + 2), file));
    }
  }
  for (const [path, members] of nested) {
    packed.push({ path, content: archiveOf(path, packedFiles(members, time), time) });
  }
  return packed.sort(byPath);
}

// mde_diagnostic.zip.d/
const NESTED = /(?<archive>\.(?:zip|tar|tar\.gz|tgz))\.d\//gu;

function packedFile(path: string, { content = '', gzipped, link, modified }: SampleFile): PackedFile {
  if (link !== undefined) return { path, link };
  return { path, content: gzipped ? gzipOf(content) : content, ...(modified ? { modified } : {}) };
}

function archiveOf(name: string, files: readonly PackedFile[], modified: Date): Buffer {
  if (name.endsWith('.zip')) return zipOf(files, { modified });
  const tar = tarOf(files, { modified });
  if (name.endsWith('.tar')) return tar;
  if (/\.(?:tar\.gz|tgz)$/u.test(name)) return gzipOf(tar);
  throw new Error(`No archive of this form can be packed: ${name}`);
}

function pathsBelow(folder: string, inside: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(inside, entry.name);
    return entry.isDirectory() ? pathsBelow(join(folder, entry.name), path) : [path];
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
