import { duplicateOf, type EntryPath, type Problem, type ProblemCode } from '../api/index.ts';
import { Column } from '../columns/column.ts';
import { PathTable } from '../columns/path-table.ts';
import type { EntryHeader, EntrySink } from './entry-sink.ts';
import { IngestStop, limitOf } from './ingest-stop.ts';
import { codeOf, type LimitName, type Limits } from './limits.ts';

/** Problems of one code that are listed: an archive with a million bad members must not fill the memory. */
const MOST_NOTED = 1_000;
/** Characters of a name that is too long to be shown. */
const SHOWN_START = 60;

/** Limits that leave the opened archive itself unread from there on. */
const CUTTING: readonly ProblemCode[] = [codeOf('ratio'), codeOf('windowBytes'), codeOf('spoolBytes')];

export interface ContextOptions {
  readonly limits: Limits;
  readonly signal?: AbortSignal;
  readonly password?: Uint8Array;
  readonly paths?: PathTable;
}

/** What all readers of one source share: the sink, the limits, the counts. */
export class IngestContext {
  readonly sink: EntrySink;
  readonly limits: Limits;
  /** Opens encrypted members; as bytes, for no zip says in which encoding it is. */
  readonly password: Uint8Array | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #paths: PathTable;
  /** 1 by the number of a path that is taken. */
  readonly #taken = new Column(Uint8Array);
  /** How often a name came that came again: few do, and a million names are held. */
  readonly #again = new Map<EntryPath, number>();
  readonly #noted = new Map<ProblemCode, number>();
  #entries = 0;
  #bytes = 0;
  #unpacked = 0;
  #toldStop = false;
  /** The entry that is being read, for progress. */
  entry: EntryPath = '';
  /** True once the opened archive itself (not one inside it) was found damaged or cut. */
  damaged = false;
  /** True once damage of it may hide entries. */
  entriesMissing = false;
  /** True once a limit cut the opened archive itself. */
  limited = false;

  constructor(sink: EntrySink, { limits, signal, password, paths = new PathTable() }: ContextOptions) {
    this.sink = sink;
    this.limits = limits;
    this.password = password && password.length > 0 ? password : undefined;
    this.#signal = signal;
    this.#paths = paths;
  }

  note(code: ProblemCode, detail: string, entry: EntryPath, offset?: number): void {
    const at: NonNullable<Problem['at']> = { entry, ...(offset === undefined ? {} : { offset }) };
    const count = (this.#noted.get(code) ?? 0) + 1;
    this.#noted.set(code, count);
    if (count <= MOST_NOTED) this.sink.problem({ code, detail, at });
    if (entry === '' && (code === 'truncated' || code === 'damaged' || code === 'checksum-mismatch')) {
      this.damaged = true;
      this.entriesMissing = true;
    }
    if (entry === '' && CUTTING.includes(code)) this.limited = true;
  }

  /** Tells how many problems were left out, at the end. */
  noteRest(): void {
    for (const [code, count] of this.#noted) {
      if (count <= MOST_NOTED) continue;
      const detail = `${count - MOST_NOTED} more problems of this kind are not listed`;
      this.sink.problem({ code, detail, at: { entry: '' } });
    }
  }

  /** Takes down that one member of an archive is damaged, which hides no other. */
  memberDamaged(archive: EntryPath): void {
    if (archive === '') this.damaged = true;
  }

  /** Takes down that a limit was met, and where. */
  beyond(limit: LimitName, detail: string, entry: EntryPath, offset?: number): void {
    this.note(codeOf(limit), detail, entry, offset);
  }

  /** False, told, for an address that has more parts than any tree of folders. */
  admits(path: EntryPath): boolean {
    const { pathDepth } = this.limits;
    // Each part takes two characters, so that short addresses need no count.
    if (path.length < 2 * pathDepth) return true;
    const parts = path.split('/').length;
    if (parts <= pathDepth) return true;
    const start = path.slice(0, SHOWN_START);
    this.beyond('pathDepth', `A path of ${parts} parts was left out; it begins with ${start}`, '');
    return false;
  }

  /** The address under which an entry is listed: bounded, and unlike those before it. */
  nameFor(path: EntryPath): EntryPath {
    let name = path;
    if (name.length > this.limits.nameBytes) {
      name = name.slice(0, this.limits.nameBytes);
      this.note('limit-name-bytes', `A name of ${path.length} characters is cut to ${name.length}`, name);
    }
    const number = this.#paths.add(name);
    if (this.#taken.at(number) === 0) {
      this.#taken.set(number, 1);
      return duplicateOf(name, 1);
    }
    const count = (this.#again.get(name) ?? 1) + 1;
    this.#again.set(name, count);
    return duplicateOf(name, count);
  }

  /** Frees the name of what is not listed itself: an opened archive may have a member called like it. */
  release(path: EntryPath): void {
    this.#taken.set(this.#paths.find(path), 0);
    this.#again.delete(path);
  }

  /** Tells the sink of an entry; counts it. */
  begin(header: EntryHeader): boolean {
    this.#entries++;
    if (this.#entries > this.limits.entries) {
      this.note('limit-entries', `More than ${this.limits.entries} entries; the rest was not read`, '');
      throw new IngestStop('limit');
    }
    this.entry = header.path;
    return this.sink.begin(header);
  }

  /** Counts bytes of content; stops the run at a cancel and at the limit of the whole. */
  count(bytes: number): void {
    this.check();
    this.#bytes += bytes;
    this.#refuseTotal(this.#bytes);
  }

  /** Counts bytes that came out of a compression, wanted or not: they are work, and a bomb is made of them. */
  unpacked(bytes: number): void {
    this.check();
    this.#unpacked += bytes;
    this.#refuseTotal(this.#unpacked);
  }

  /** Leaves the run where it was cancelled, or where a limit of time or memory was met. */
  check(): void {
    if (!this.#signal?.aborted) return;
    const reached = limitOf(this.#signal);
    if (!reached) throw new IngestStop('cancelled');
    if (!this.#toldStop) this.beyond(reached.limit, reached.message, '');
    this.#toldStop = true;
    throw new IngestStop('limit');
  }

  #refuseTotal(bytes: number): void {
    const { totalBytes } = this.limits;
    if (bytes <= totalBytes) return;
    this.beyond('totalBytes', `More than ${totalBytes} bytes unpacked; the rest was not read`, '');
    throw new IngestStop('limit');
  }
}
