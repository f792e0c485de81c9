import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { TAR_END, tarEntry } from '../harness/pack.ts';
import type { GeneratedSize, Generator, PlantedLine } from './generators/generator.ts';

/** What lies beside an archive in the cache. */
export interface ArchiveNotes {
  readonly files: number;
  readonly expandedBytes: number;
  readonly planted: readonly PlantedLine[];
}

export interface BenchArchive extends ArchiveNotes {
  readonly path: string;
}

const MODIFIED = new Date('2026-11-20T06:19:01Z');

/** Outside the tree, so that no tool of the project walks over it. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env['BUNDLESCOPE_BENCH_CACHE'] ?? join(tmpdir(), 'bundlescope-bench');
}

/** The tar.gz of a generator: from the cache, or made now. */
export async function benchArchive(
  generator: Generator,
  size: GeneratedSize,
  folder: string,
): Promise<BenchArchive> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${generator.name}-v${generator.version}-${size.seed}-${size.bytes}.tar.gz`);
  const notesPath = `${path}.json`;
  // The notes are written last: where they are, the archive is whole.
  if (!existsSync(notesPath)) {
    const part = `${path}.${process.pid}.part`;
    try {
      const notes = await pack(generator, size, part);
      await rename(part, path);
      await writeFile(notesPath, JSON.stringify(notes));
    } finally {
      await rm(part, { force: true });
    }
  }
  // The file is ours.
  return { path, ...(JSON.parse(readFileSync(notesPath, 'utf8')) as ArchiveNotes) };
}

async function pack(generator: Generator, size: GeneratedSize, path: string): Promise<ArchiveNotes> {
  let files = 0;
  let expandedBytes = 0;
  const planted: PlantedLine[] = [];
  function* blocks(): Iterable<Buffer> {
    for (const file of generator.files(size)) {
      files++;
      expandedBytes += file.expandedBytes;
      planted.push(...file.planted);
      yield* tarEntry(file, MODIFIED);
    }
    yield TAR_END;
  }
  await pipeline(Readable.from(blocks()), createGzip(), createWriteStream(path));
  return { files, expandedBytes, planted };
}
