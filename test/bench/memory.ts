import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';

import { TAR_END, tarEntry } from '../harness/pack.ts';
import { tarHeader } from '../harness/tar-blocks.ts';
import { cacheFolder } from './archive.ts';
import { analysis, nodeDrain } from './contenders.ts';
import { measure } from './measure.ts';

const MEBIBYTE = 1024 * 1024;
const ENTRIES = 1_000_000;
const IN_FOLDER = 1_000;
const MODIFIED = new Date('2026-11-20T06:19:01Z');

/** What the process that reads may need beyond a drain of the same file. */
const MOST_ABOVE_DRAIN = 80_000_000;

interface MemoryCase {
  readonly name: string;
  readonly file: string;
  readonly make: (path: string) => Promise<void>;
  /** Lets it be read to its end. */
  readonly limits: readonly string[];
}

const CASES: readonly MemoryCase[] = [
  { name: '1,000,000 empty entries in a tar.gz', file: 'million-v1.tar.gz', make: makeMillion, limits: [] },
  {
    name: '10 GiB in a tar.gz of 10 MB',
    file: 'bomb-v1.tar.gz',
    make: makeBomb,
    limits: ['--limit', 'ratio=1000000'],
  },
];

export interface MemoryFigures {
  readonly name: string;
  readonly drainBytes: number;
  readonly engineBytes: number;
  readonly commandBytes: number;
}

/** Peaks of memory for archives that tempt a reader to hold much; none where the system does not tell. */
export async function memoryFigures(): Promise<readonly MemoryFigures[]> {
  const found: MemoryFigures[] = [];
  mkdirSync(cacheFolder(), { recursive: true });
  for (const { name, file, make, limits } of CASES) {
    const path = join(cacheFolder(), file);
    if (!existsSync(path)) {
      await make(`${path}.part`);
      renameSync(`${path}.part`, path);
    }
    const drain = await measure(nodeDrain.command(path));
    const [program, ...args] = analysis.command(path);
    const run = await measure([program, ...args, ...limits]);
    // Nothing in it is known, and it was read to its end.
    if (run.status !== 3) throw new Error(`${name} ended with ${run.status}: ${run.stderr}`);
    const { peakBytes: commandBytes, childPeakBytes: engineBytes } = run;
    if (drain.peakBytes === undefined || commandBytes === undefined || engineBytes === undefined) continue;
    found.push({ name, drainBytes: drain.peakBytes, engineBytes, commandBytes });
  }
  return found;
}

export function holdsTooMuch({ engineBytes, drainBytes }: MemoryFigures): boolean {
  return engineBytes - drainBytes > MOST_ABOVE_DRAIN;
}

export function memoryText({ name, engineBytes, drainBytes, commandBytes }: MemoryFigures): string {
  const above = megabytes(engineBytes - drainBytes);
  const ends = `${megabytes(engineBytes)} MB, bare drain ${megabytes(drainBytes)} MB, the command beside it`;
  return `${name}: engine ${above} MB above the drain (${ends} ${megabytes(commandBytes)} MB)`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

async function makeMillion(path: string): Promise<void> {
  function* blocks(): Iterable<Buffer> {
    for (let from = 0; from < ENTRIES; from += IN_FOLDER) {
      const folder = `data/part-${from / IN_FOLDER}`;
      const entries = Array.from({ length: IN_FOLDER }, (_, index) =>
        tarEntry({ path: `${folder}/entry-${from + index}` }, MODIFIED),
      );
      yield Buffer.concat(entries.flat());
    }
    yield TAR_END;
  }
  await pipeline(Readable.from(blocks()), createGzip(), createWriteStream(path));
}

/** Two entries of zeros, each below what an octal size can say; every 64 MiB is a member of the gzip. */
async function makeBomb(path: string): Promise<void> {
  const size = 64 * MEBIBYTE;
  const zeros = gzipSync(Buffer.alloc(size), { level: 9 });
  const members = 80;
  function* parts(): Iterable<Buffer> {
    for (const name of ['first', 'second']) {
      yield gzipSync(tarHeader({ name, size: members * size }));
      for (let left = members; left > 0; left--) yield zeros;
    }
    yield gzipSync(TAR_END);
  }
  await pipeline(Readable.from(parts()), createWriteStream(path));
}
