import type { EntryInfo, EntryPath } from '../api/index.ts';
import { Column } from '../columns/column.ts';
import { PathTable } from '../columns/path-table.ts';

/** An entry of a source, as its container tells of it. */
export interface CollectedEntry extends Omit<EntryInfo, 'modified'> {
  /** Milliseconds since 1970, UTC. */
  readonly modified?: number;
  readonly holds?: 'members' | 'sections';
  readonly hardLink?: true;
  /** Its content could not be given, as behind a password. */
  readonly unread?: true;
}

const KINDS: readonly CollectedEntry['kind'][] = ['file', 'folder', 'link', 'other'];
const KIND = 3;
const MEMBERS = 4;
const SECTIONS = 8;
const HARD_LINK = 16;
const UNREAD = 32;
const TIMED = 64;

/** Entries in the order in which they lie in their source, in columns: each is an object only while it is looked at. */
export class EntryList implements Iterable<CollectedEntry> {
  readonly #paths: PathTable;
  readonly #path = new Column(Uint32Array);
  readonly #flags = new Column(Uint8Array);
  readonly #size = new Column();
  readonly #modified = new Column();
  readonly #target = new Column(Uint32Array);
  /** By the number of its path: which entry it is, counted from 1. */
  readonly #entryAt = new Column(Uint32Array);

  /** `paths` may hold paths already, and be shared. */
  constructor(entries: Iterable<CollectedEntry> = [], paths = new PathTable()) {
    this.#paths = paths;
    for (const entry of entries) this.add(entry);
  }

  get length(): number {
    return this.#path.length;
  }

  add(entry: CollectedEntry): void {
    const { path, size, modified, linkTarget } = entry;
    const index = this.#path.length;
    const number = this.#paths.add(path);
    this.#path.push(number);
    this.#flags.push(flagsOf(entry));
    this.#entryAt.set(number, index + 1);
    if (size !== 0) this.#size.set(index, size);
    if (modified !== undefined) this.#modified.set(index, modified);
    if (linkTarget !== undefined) this.#target.set(index, this.#paths.add(linkTarget));
  }

  /** The last entry of that address. */
  find(path: EntryPath): CollectedEntry | undefined {
    const entry = this.#entryAt.at(this.#paths.find(path));
    return entry === 0 ? undefined : this.#at(entry - 1);
  }

  *[Symbol.iterator](): Generator<CollectedEntry> {
    for (let index = 0; index < this.#path.length; index++) yield this.#at(index);
  }

  /** Files that hold no entries of their own. */
  get plainFiles(): number {
    let count = 0;
    for (let index = 0; index < this.#flags.length; index++) {
      if ((this.#flags.at(index) & (KIND | MEMBERS | SECTIONS)) === KINDS.indexOf('file')) count++;
    }
    return count;
  }

  #at(index: number): CollectedEntry {
    const flags = this.#flags.at(index);
    const target = this.#target.at(index);
    return {
      path: this.#paths.path(this.#path.at(index)),
      kind: KINDS[flags & KIND] ?? 'other',
      size: this.#size.at(index),
      ...(flags & TIMED ? { modified: this.#modified.at(index) } : {}),
      ...(target === 0 ? {} : { linkTarget: this.#paths.path(target) }),
      ...(flags & HARD_LINK ? { hardLink: true as const } : {}),
      ...(flags & MEMBERS ? { holds: 'members' as const } : {}),
      ...(flags & SECTIONS ? { holds: 'sections' as const } : {}),
      ...(flags & UNREAD ? { unread: true as const } : {}),
    };
  }
}

function flagsOf({ kind, holds, hardLink, unread, modified }: CollectedEntry): number {
  return (
    KINDS.indexOf(kind) |
    (holds === 'members' ? MEMBERS : holds === 'sections' ? SECTIONS : 0) |
    (hardLink ? HARD_LINK : 0) |
    (unread ? UNREAD : 0) |
    (modified === undefined ? 0 : TIMED)
  );
}
