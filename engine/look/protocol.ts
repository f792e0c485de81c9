import type { EntryPath, Problem } from '../api/index.ts';
import type { Limits } from '../ingest/limits.ts';
import type { ExpressionMistake } from '../search/expression.ts';
import type { FoundLine } from '../search/found-line.ts';
import type { SearchQuery } from '../search/query.ts';

/** What may be asked of a source without judging it. Plain data. */
export type LookRequest = ShowRequest | SearchRequest;

interface LookInto {
  /** A file or folder; `-` is standard input. */
  readonly path: string;
  /** Limits other than the standard ones. */
  readonly limits?: Partial<Limits>;
  /** Of encrypted zips, as bytes. */
  readonly password?: Uint8Array;
}

export interface ShowRequest extends LookInto {
  readonly look: 'show';
  /** An address, a line or a range of lines behind it after a colon. */
  readonly address: string;
  /** All bytes of the entry, as they are. */
  readonly bytes: boolean;
}

export interface SearchRequest extends LookInto {
  readonly look: 'search';
  readonly query: SearchQuery;
  /** Lines before and after each that matches. */
  readonly context: number;
  /** Patterns of addresses, any of which an entry must fit; all entries where there is none. */
  readonly places: readonly string[];
  /** Only how many lines match in each entry. */
  readonly countOnly: boolean;
}

/** A part of the answer, given as soon as it is there. Lines of one entry follow each other. */
export type LookPart =
  | {
      readonly kind: 'lines';
      readonly entry: EntryPath;
      readonly lines: readonly FoundLine[];
      /** What is looked for is in an entry that is no text. */
      readonly binary: boolean;
    }
  | { readonly kind: 'count'; readonly entry: EntryPath; readonly lines: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

export interface LookEnd {
  readonly name: string;
  readonly opened: boolean;
  readonly ended: 'complete' | 'damaged' | 'limit' | 'cancelled';
  readonly problem?: Problem;
  /** What went wrong while it was read. */
  readonly problems: readonly Problem[];
  readonly entries: number;
  /** Lines that matched, context not counted; with `show`, lines that were given. */
  readonly lines: number;
  /** With `show`: what became of the entry that is asked for. */
  readonly shown?: ShownEntry;
}

export type LookAnswer =
  | { readonly ok: true; readonly end: LookEnd }
  /** The expression cannot be used, and nothing was read. */
  | { readonly ok: false; readonly mistake: ExpressionMistake };

export type ShownEntry =
  | { readonly status: 'whole' | 'cut'; readonly path: EntryPath; readonly lines: number }
  /** It is there and has no content: a folder, an archive, a link that leads nowhere. */
  | {
      readonly status: 'no-content';
      readonly path: EntryPath;
      readonly what: 'folder' | 'archive' | 'link' | 'other';
    }
  /** Addresses that end alike, or are called much alike. */
  | { readonly status: 'missing'; readonly near: readonly EntryPath[]; readonly several: boolean };

export interface LookOptions {
  /** Takes parts in their order; false ends the reading. It may keep the caller waiting. */
  readonly give: (part: LookPart) => boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: {
    readonly source: string;
    readonly bytesRead: number;
    readonly bytesTotal?: number;
    readonly entry: string;
  }) => void;
}
