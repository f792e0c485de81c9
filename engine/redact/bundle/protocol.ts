import type { EntryPath, Problem, RedactionClass, RedactionDone } from '../../api/index.ts';
import type { Limits } from '../../ingest/limits.ts';
import type { MappingRow } from '../pseudonyms.ts';

/** What may be asked: one source in, one archive out. Plain data. */
export interface RedactRequest {
  /** A file or folder; `-` is standard input. */
  readonly path: string;
  /** The file to be written, which is not there yet. */
  readonly output: string;
  /** All where it is left out. */
  readonly classes?: readonly RedactionClass[] | undefined;
  /** Binary content, which cannot be redacted, goes along as it is. */
  readonly keepBinary: boolean;
  readonly limits?: Partial<Limits>;
  readonly password?: Uint8Array;
}

/** Why an entry is not in the redacted bundle as it was: its name there is redacted too. */
export interface ChangedEntry {
  readonly path: EntryPath;
  /**
   * `binary`: left empty, for it cannot be redacted. `kept-binary`: as it was. `unread`: left empty, for its content
   * could not be read. `cut`: damaged or beyond a limit, what could be read is there. `device`: left out. `gzip`: packed
   * by gzip in place of another packing. `tar`: an archive of another form, now a tar.
   */
  readonly how: 'binary' | 'kept-binary' | 'unread' | 'cut' | 'device' | 'gzip' | 'tar';
}

export interface RedactEnd {
  readonly name: string;
  readonly opened: boolean;
  readonly ended: 'complete' | 'damaged' | 'limit' | 'cancelled';
  readonly problem?: Problem;
  readonly problems: readonly Problem[];
  readonly entries: number;
  readonly done: RedactionDone;
  readonly changed: readonly ChangedEntry[];
  readonly mapping: readonly MappingRow[];
}
