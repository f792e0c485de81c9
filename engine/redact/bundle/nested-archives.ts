import type { EntryPath } from '../../api/index.ts';
import type { EntryHeader } from '../../ingest/entry-sink.ts';
import type { ArchiveWriter, WrittenEntry } from './archive-writer.ts';
import { namesIn } from './member-address.ts';
import { PackedPart } from './packed-output.ts';
import type { ChangedEntry } from './protocol.ts';
import { Spool, type Output } from './spool.ts';
import { TarWriter } from './tar-writer.ts';
import { ZipWriter } from './zip-writer.ts';

interface OpenArchive {
  readonly address: EntryPath;
  readonly header: EntryHeader;
  readonly writer: ArchiveWriter;
  readonly content: Spool;
}

type NoteChanged = (path: EntryPath, how: ChangedEntry['how']) => void;

const ZIP = /\.zip$/iu;
const TAR = /\.tar$/iu;
const GZIPPED_TAR = /\.(?:tgz|tar\.gz)$/iu;
const OTHER_PACKED_TAR = /\.(?:txz|tbz2?|tzst|tar\.(?:xz|bz2|zst|lzma))$/iu;

/**
 * Puts the stream of entries back into the archives they came from, each under its name, so that every address is what
 * it was. An archive is closed when an entry comes that does not lie in it.
 */
export class NestedArchives {
  readonly #top: ArchiveWriter;
  readonly #named: (name: string) => string;
  readonly #note: NoteChanged;
  readonly #open: OpenArchive[] = [];
  /** The folders that all entries of the outermost archive share. */
  #common: readonly string[] | undefined;
  #earliest: number | undefined;

  constructor(output: Output, named: (name: string) => string, note: NoteChanged) {
    this.#top = new TarWriter(output);
    this.#named = named;
    this.#note = note;
  }

  open(header: EntryHeader): void {
    this.#closeFor(header.path);
    const content = new Spool();
    const name = namesIn(header.path).at(-1) ?? '';
    const packed = GZIPPED_TAR.test(name) || OTHER_PACKED_TAR.test(name);
    const output = packed ? new PackedPart(content) : content;
    const writer = ZIP.test(name) ? new ZipWriter(output) : new TarWriter(output);
    if (OTHER_PACKED_TAR.test(name)) this.#note(header.path, 'gzip');
    else if (!packed && !ZIP.test(name) && !TAR.test(name)) this.#note(header.path, 'tar');
    this.#open.push({ address: header.path, header, writer, content });
  }

  add(header: EntryHeader, content?: Spool): void {
    this.#closeFor(header.path);
    this.#write(header, content);
  }

  closeAll(): void {
    while (this.#open.length > 0) this.#closeLast();
  }

  /** An entry of ours, in the folder that all entries lie in. */
  addOwn(name: string, content: Spool): void {
    const path = [...(this.#common ?? []), name].join('/');
    this.#top.add({ name: path, kind: 'file', modified: this.#earliest }, content);
  }

  end(): void {
    this.#top.end();
  }

  close(): void {
    for (const { content } of this.#open) content.close();
    this.#open.length = 0;
  }

  #closeFor(path: EntryPath): void {
    for (
      let last = this.#open.at(-1);
      last && !path.startsWith(`${last.address}!/`);
      last = this.#open.at(-1)
    )
      this.#closeLast();
  }

  #closeLast(): void {
    const last = this.#open.pop();
    if (!last) return;
    last.writer.end();
    this.#write(last.header, last.content);
  }

  #write(header: EntryHeader, content?: Spool): void {
    const { path, kind, modified, linkTarget, hardLink } = header;
    const name = this.#named(namesIn(path).at(-1) ?? '') || 'unnamed';
    if (this.#open.length === 0) this.#see(name, header);
    const entry: WrittenEntry = {
      name,
      kind: kind === 'other' ? 'file' : kind,
      modified,
      ...(linkTarget === undefined ? {} : { linkTarget: this.#named(linkTarget) }),
      hardLink,
    };
    const writer = this.#open.at(-1)?.writer ?? this.#top;
    if (!writer.add(entry, content)) this.#note(path, 'unread');
  }

  #see(name: string, { kind, modified }: EntryHeader): void {
    if (kind !== 'file') return;
    if (modified !== undefined) this.#earliest = Math.min(this.#earliest ?? modified, modified);
    const folders = name.split('/').slice(0, -1);
    const common = this.#common ?? folders;
    const differs = common.findIndex((folder, index) => folder !== folders[index]);
    this.#common = differs < 0 ? common : common.slice(0, differs);
  }
}
