import type { EntryPath, Problem } from '../api/index.ts';

/** What a container says of one entry, before its content. */
export interface EntryHeader {
  /** Address from the top of what was opened: `sosreport-x/etc/hosts`, `out.zip!/mde.xml`. */
  readonly path: EntryPath;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes of the content after decompression; undefined where the container does not say. */
  readonly size?: number;
  /** Milliseconds since 1970, UTC. */
  readonly modified?: number;
  /** As written in the container: relative to the link's folder, or from the top where `hardLink` is set. */
  readonly linkTarget?: string;
  readonly hardLink?: true;
  /** The entry's content follows as entries of their own: members of an archive or sections of a text. */
  readonly holds?: 'members' | 'sections';
  /** Why the content of a file cannot be given. It is listed, and none of it follows. */
  readonly unread?: string;
  /** Line number of the content's first line: above 1 for a section of a file. */
  readonly firstLine?: number;
}

/**
 * Takes the entries of a source, in the order in which they lie there: `begin`, then, if it returned true,
 * `chunk` any number of times, then `end`. Everything here is synchronous and cheap: it runs for every entry.
 */
export interface EntrySink {
  /** Tells of an entry; true asks for its content, which only files that can be read have. */
  begin(header: EntryHeader): boolean;
  /** Bytes of the content, valid during the call only. Returns false where no more of it is wanted. */
  chunk(bytes: Uint8Array): boolean;
  /** The content ended: whole, or cut by damage or a limit. Called for every `begin` that returned true. */
  end(state: 'whole' | 'cut'): void;
  problem(problem: Problem): void;
}
