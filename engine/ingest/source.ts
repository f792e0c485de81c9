import type { Readable } from 'node:stream';

import type { Problem } from '../api/index.ts';
import type { PathTable } from '../columns/path-table.ts';
import type { EntrySink } from './entry-sink.ts';
import type { Limits } from './limits.ts';

/** What a user hands over. Paths are absolute or relative to the working directory. */
export type Source =
  /** One file (an archive or a loose text) or one folder. */
  | { readonly kind: 'path'; readonly path: string }
  /** Several loose texts that make one bundle together. */
  | { readonly kind: 'loose'; readonly paths: readonly string[] }
  /** Bytes that can be read once. */
  | { readonly kind: 'stream'; readonly name: string; readonly stream: Readable }
  /** Texts that are already at hand: pasted ones, and the bundles of tests. */
  | {
      readonly kind: 'memory';
      readonly name: string;
      readonly files: Readonly<Record<string, string | Uint8Array>>;
    };

export interface Progress {
  /** Bytes of the source read so far, and in all where that is known. */
  readonly bytesRead: number;
  readonly bytesTotal?: number;
  readonly entry: string;
}

export interface IngestOptions {
  readonly limits: Limits;
  readonly signal?: AbortSignal;
  /** What a path is called, where it lies under a number: an upload. */
  readonly names?: ReadonlyMap<string, string>;
  /** Opens encrypted members of zips. */
  readonly password?: Uint8Array;
  /** Where the addresses of entries are held, for a sink that holds them too; else a table of its own. */
  readonly paths?: PathTable;
  /** Called at most a few times a second. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How reading a source ended, and what was read. */
export interface IngestEnd {
  /** Name of the file or folder, without its path. */
  readonly name: string;
  /** Hex; of the bytes of a file or stream, of a folder as docs/report-format.md defines it. */
  readonly sha256: string;
  readonly bytes: number;
  readonly ended: 'complete' | 'damaged' | 'limit' | 'cancelled';
  /** False where all damage lies inside entries that are listed. */
  readonly entriesMissing: boolean;
  /** False where nothing at all could be read: `problem` says why. */
  readonly opened: boolean;
  readonly problem?: Problem;
}

/** Reads a source from its first to its last byte. Never throws for what the input holds. */
export type Ingest = (source: Source, sink: EntrySink, options: IngestOptions) => Promise<IngestEnd>;
