import type { EntryPath, Problem } from '../../api/index.ts';
import type { EntryHeader, EntrySink } from '../../ingest/entry-sink.ts';
import { AsUtf8 } from '../../text/as-utf8.ts';
import { looksBinary } from '../../text/looks-binary.ts';
import type { RedactedStream, Redactor } from '../redactor.ts';
import { LinePieces } from './line-pieces.ts';
import { namesIn } from './member-address.ts';
import { NestedArchives } from './nested-archives.ts';
import { PackedPart } from './packed-output.ts';
import type { ChangedEntry } from './protocol.ts';
import { Spool, type Output } from './spool.ts';

export interface RedactSinkOptions {
  readonly redactor: Redactor;
  readonly output: Output;
  readonly keepBinary: boolean;
}

/** Changed entries that are listed one by one. */
const MOST_CHANGED = 10_000;
const HEAD_BYTES = 4096;
/** messages.1.gz, and packings that are written as gzip. */
const PACKED = /\.(?:gz|tgz|xz|txz|bz2|tbz2?|zst|tzst|lzma)$/iu;
const GZIP = /\.(?:gz|tgz)$/iu;

/** Writes each entry of a source into an archive, redacted: content, name and target. One entry at a time. */
export class RedactSink implements EntrySink {
  readonly #redactor: Redactor;
  readonly #archives: NestedArchives;
  readonly #keepBinary: boolean;
  readonly changed: ChangedEntry[] = [];
  readonly problems: Problem[] = [];
  entries = 0;
  #sections: EntryPath | undefined;
  #entry: EntryHeader | undefined;
  #content: EntryContent | undefined;

  constructor({ redactor, output, keepBinary }: RedactSinkOptions) {
    this.#redactor = redactor;
    this.#keepBinary = keepBinary;
    this.#archives = new NestedArchives(output, (name) => redactor.text(name), this.#note);
  }

  begin(header: EntryHeader): boolean {
    this.entries++;
    // Sections of a file are in the file, which came before them.
    if (this.#sections !== undefined && header.path.startsWith(`${this.#sections}!#`)) return false;
    this.#sections = header.holds === 'sections' ? header.path : undefined;
    if (header.holds === 'members') {
      this.#archives.open(header);
      return false;
    }
    if (header.kind === 'other') {
      this.#note(header.path, 'device');
      return false;
    }
    if (header.kind !== 'file' || header.unread !== undefined) {
      if (header.unread !== undefined) this.#note(header.path, 'unread');
      this.#archives.add(header, header.kind === 'file' ? new Spool() : undefined);
      return false;
    }
    this.#entry = header;
    this.#content = new EntryContent(this.#redactor, this.#keepBinary, isPacked(header));
    return true;
  }

  chunk(bytes: Uint8Array): boolean {
    return this.#content?.push(bytes) ?? false;
  }

  end(state: 'whole' | 'cut'): void {
    const entry = this.#entry;
    const content = this.#content;
    this.#entry = undefined;
    this.#content = undefined;
    if (!entry || !content) return;
    const { spool, binary } = content.end();
    if (binary) this.#note(entry.path, this.#keepBinary ? 'kept-binary' : 'binary');
    else if (state === 'cut') this.#note(entry.path, 'cut');
    if (isPacked(entry) && !GZIP.test(entry.path)) this.#note(entry.path, 'gzip');
    this.#archives.add(entry, spool);
  }

  problem(problem: Problem): void {
    if (this.problems.length < 1_000) this.problems.push(problem);
  }

  /** Writes a text of ours beside the entries that were read, where no folder of theirs becomes another. */
  finish(name: string, text: (changed: readonly ChangedEntry[]) => string): void {
    this.#archives.closeAll();
    const content = new Spool();
    content.write(Buffer.from(text(this.changed)));
    this.#archives.addOwn(name, content);
    this.#archives.end();
  }

  close(): void {
    this.#content?.end().spool.close();
    this.#archives.close();
  }

  readonly #note = (path: EntryPath, how: ChangedEntry['how']): void => {
    if (this.changed.length < MOST_CHANGED) this.changed.push({ path: this.#redactor.text(path), how });
  };
}

/** Content that came out of a compression and lies under the name of what was packed. */
function isPacked({ path, size }: EntryHeader): boolean {
  return size === undefined && PACKED.test(namesIn(path).at(-1) ?? '');
}

/** The content of one entry on its way into its spool. */
class EntryContent {
  readonly #redactor: Redactor;
  readonly #keepBinary: boolean;
  readonly #spool = new Spool();
  readonly #output: Output;
  readonly #pieces: LinePieces;
  readonly #asUtf8 = new AsUtf8();
  readonly #stream: RedactedStream = { insideKey: false };
  #head: Buffer[] = [];
  #headBytes = 0;
  #isBinary: boolean | undefined;

  constructor(redactor: Redactor, keepBinary: boolean, isPacked: boolean) {
    this.#redactor = redactor;
    this.#keepBinary = keepBinary;
    this.#output = isPacked ? new PackedPart(this.#spool) : this.#spool;
    this.#pieces = new LinePieces((piece) => this.#output.write(this.#redactor.redact(piece, this.#stream)));
  }

  /** False where no more is wanted: binary content is left out. */
  push(bytes: Uint8Array): boolean {
    if (this.#isBinary === undefined) {
      this.#head.push(Buffer.from(bytes));
      this.#headBytes += bytes.length;
      if (this.#headBytes < HEAD_BYTES) return true;
      return this.#judge();
    }
    return this.#take(bytes);
  }

  end(): { readonly spool: Spool; readonly binary: boolean } {
    if (this.#isBinary === undefined) this.#judge();
    if (!this.#isBinary) {
      this.#pieces.push(this.#asUtf8.end());
      this.#pieces.end();
    }
    return { spool: this.#spool, binary: this.#isBinary ?? false };
  }

  #judge(): boolean {
    const head = Buffer.concat(this.#head);
    this.#head = [];
    this.#isBinary = looksBinary(new AsUtf8().chunk(head));
    return this.#take(head);
  }

  #take(bytes: Uint8Array): boolean {
    if (!this.#isBinary) this.#pieces.push(this.#asUtf8.chunk(bytes));
    else if (this.#keepBinary) this.#output.write(bytes);
    return !this.#isBinary || this.#keepBinary;
  }
}
