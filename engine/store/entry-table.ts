import type { EntryPath } from '../api/index.ts';
import type { Encoding } from '../text/decode.ts';
import { Column } from '../columns/column.ts';
import type { LineEnd } from './stored-entry.ts';

/** Where one entry lies in the stream of all content. Bytes and line ends are counted over that whole stream. */
export interface EntryRow {
  readonly path: EntryPath;
  readonly start: number;
  readonly end: number;
  readonly endsBefore: number;
  readonly lines: number;
  readonly firstLine: number;
  readonly encoding: Encoding;
  readonly lineEnd: LineEnd;
  readonly binary: boolean;
  readonly section: boolean;
  readonly cut: boolean;
}

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
const LINE_ENDS: readonly LineEnd[] = ['lf', 'crlf', 'cr', 'none'];
const BINARY = 16;
const SECTION = 32;
const CUT = 64;

/** The entries of a store in columns of numbers: a source may have millions of them. */
export class EntryTable {
  readonly #paths: EntryPath[] = [];
  readonly #start = new Column();
  readonly #end = new Column();
  readonly #endsBefore = new Column();
  readonly #lines = new Column();
  readonly #firstLine = new Column();
  readonly #flags = new Column();
  readonly #numbers = new Map<EntryPath, number>();

  get length(): number {
    return this.#paths.length;
  }

  add(row: EntryRow): number {
    const number = this.#paths.push(row.path) - 1;
    this.#start.push(row.start);
    this.#end.push(row.end);
    this.#endsBefore.push(row.endsBefore);
    this.#lines.push(row.lines);
    this.#firstLine.push(row.firstLine);
    this.#flags.push(flagsOf(row));
    return number;
  }

  find(path: EntryPath): number | undefined {
    // Made when first asked for: most entries never are.
    for (let number = this.#numbers.size; number < this.#paths.length; number++) {
      this.#numbers.set(this.#paths[number] ?? '', number);
    }
    return this.#numbers.get(path);
  }

  row(number: number): EntryRow {
    const path = this.#paths[number];
    if (path === undefined) throw new RangeError(`The store has no entry ${number}`);
    const flags = this.#flags.at(number);
    return {
      path,
      start: this.#start.at(number),
      end: this.#end.at(number),
      endsBefore: this.#endsBefore.at(number),
      lines: this.#lines.at(number),
      firstLine: this.#firstLine.at(number),
      encoding: ENCODINGS[flags & 3] ?? 'utf-8',
      lineEnd: LINE_ENDS[(flags >> 2) & 3] ?? 'none',
      binary: (flags & BINARY) !== 0,
      section: (flags & SECTION) !== 0,
      cut: (flags & CUT) !== 0,
    };
  }
}

function flagsOf({ encoding, lineEnd, binary, section, cut }: EntryRow): number {
  return (
    ENCODINGS.indexOf(encoding) +
    LINE_ENDS.indexOf(lineEnd) * 4 +
    (binary ? BINARY : 0) +
    (section ? SECTION : 0) +
    (cut ? CUT : 0)
  );
}
