import type { Fields, FactView } from './field.ts';
import type { EntryPath, Location } from './location.ts';
import type { Note, Problem } from './problem.ts';
import type { IdentitiesOf } from './redaction.ts';

/** How a person gets an input that a bundle lacks. */
export interface Collect {
  /** What it is called among colleagues: `mdatp health`. */
  readonly title: string;
  /** The command to run on the host, as root where it needs that. */
  readonly command: string;
}

/**
 * Where a fact lies in each kind of bundle: the kind's id → addresses relative to the bundle's root, most trusted
 * first. `*` and `?` stay within one part, `**` crosses parts; letters match in either case.
 */
export type Places = Readonly<Record<string, string | readonly string[]>>;

interface FactAbout<Value> {
  /** `area.thing`, unique. */
  readonly name: string;
  readonly describes: string;
  readonly collect?: Collect;
  readonly fields?: Fields;
  readonly view?: FactView;
  /** It looks through files of every kind: a file that only such a fact reads is not a known one. */
  readonly looksEverywhere?: true;
  /** What of the value tells whose host it is: redaction finds it everywhere. */
  readonly identities?: (value: Value) => IdentitiesOf;
}

/**
 * A fact is what one parser knows about a bundle: typed, located, without judgement.
 * Whether it is good or bad is an analyzer's business.
 */
export interface Fact<Value> extends FactAbout<Value> {
  readonly plan: Plan<Value>;
}

/** An input that was looked for and is not at hand, with all that is needed to say so. */
export interface NotSeen {
  readonly fact: string;
  readonly status: 'absent' | 'not-read' | 'unreadable' | 'partial';
  /** Addresses that were looked in. */
  readonly lookedIn: readonly string[];
  readonly collect?: Collect;
  /** Why, where more is known than that it is absent. */
  readonly reason?: string;
}

/**
 * The endings of a fact. `known` may carry problems: the readable part is still of use; `partial` says that its
 * input was cut by damage or a limit. After a truncated archive an absent fact is `not-read`, never `absent`.
 */
export type FactOutcome<Value> =
  | {
      readonly status: 'known';
      readonly value: Value;
      readonly entries: readonly EntryPath[];
      readonly partial: boolean;
      readonly problems: readonly Problem[];
    }
  | {
      readonly status: 'absent' | 'not-read' | 'unreadable';
      readonly missing: readonly NotSeen[];
      readonly problems: readonly Problem[];
    };

/** One line of an entry, without its line end and without terminal colour codes. */
export interface Line {
  readonly text: string;
  readonly at: Location;
}

/** A small file, read whole. Decoded once; lines are split on LF, CRLF or CR. */
export interface TextEntry {
  readonly path: EntryPath;
  readonly text: string;
  /** Time of last change, where the container says so. */
  readonly modified?: Date;
  /** True where only the beginning was kept. */
  readonly cut: boolean;
  lines(): readonly Line[];
}

/** What a container says of an entry, without its content. */
export interface EntryInfo {
  readonly path: EntryPath;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes of the content as stored in the bundle (after decompression of a compressed log). */
  readonly size: number;
  readonly modified?: Date;
  readonly linkTarget?: string;
}

export type Plan<Value> =
  TextPlan<Value> | TextsPlan<Value> | LinesPlan<any, Value> | EntriesPlan<Value> | DerivedPlan<any, Value>;

export interface TextPlan<Value> {
  readonly kind: 'text';
  readonly from: Places;
  /** Bytes kept of one entry; what lies behind is cut, and said so. Default 4 MiB. */
  readonly maxBytes?: number;
  /** Tells a loose file by its first 4 KiB where its name says nothing (plain bundles only). */
  readonly looksLike?: (head: string) => boolean;
  parse(entry: TextEntry, note: Note): Value;
  /** What must agree between several captures of the same thing; a difference becomes a problem that cites both. */
  readonly identity?: (value: Value) => readonly IdentityPart[];
}

/** One value that several captures must agree on. */
export interface IdentityPart {
  readonly what: string;
  readonly value: string;
  readonly at: Location;
}

export interface TextsPlan<Value> {
  readonly kind: 'texts';
  readonly from: Places;
  readonly maxBytes?: number;
  /** All readable entries of the places, sorted by address. Never empty. */
  parse(entries: readonly TextEntry[], note: Note): Value;
}

export interface LinesPlan<State, Value> {
  readonly kind: 'lines';
  readonly from: Places;
  /** Only lines holding one of these (letters in either case) reach `line`. One shared pass serves every fact. */
  readonly needles: readonly string[];
  start(): State;
  /** `line.at` may be kept; ask for it only where it is kept, for it holds the excerpt. */
  line(state: State, line: Line): void;
  finish(state: State): Value;
}

export interface EntriesPlan<Value> {
  readonly kind: 'entries';
  readonly from: Places;
  /** The entries that match, in the order of the bundle, once: there may be a million. Never none. */
  read(entries: IteratorObject<EntryInfo>, note: Note): Value;
}

export interface DerivedPlan<Needs extends FactNeeds, Value> {
  readonly kind: 'derived';
  readonly needs: Needs;
  derive(facts: Resolved<Needs>, note: Note): Value;
}

/** A small file, read whole: the first readable of its places. */
export function textFact<Value>(fact: FactAbout<Value> & Omit<TextPlan<Value>, 'kind'>): Fact<Value> {
  const { from, maxBytes, looksLike, parse, identity, ...about } = fact;
  return {
    ...about,
    plan: {
      kind: 'text',
      from,
      parse,
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(looksLike ? { looksLike } : {}),
      ...(identity ? { identity } : {}),
    },
  };
}

/** Several small files that are one thing together, as the files of a `*.d` folder. */
export function textsFact<Value>(fact: FactAbout<Value> & Omit<TextsPlan<Value>, 'kind'>): Fact<Value> {
  const { from, maxBytes, parse, ...about } = fact;
  return { ...about, plan: { kind: 'texts', from, parse, ...(maxBytes === undefined ? {} : { maxBytes }) } };
}

/** A large log, seen once, line by line. All entries of its places are read. */
export function lineFact<State, Value>(
  fact: FactAbout<Value> & Omit<LinesPlan<State, Value>, 'kind'>,
): Fact<Value> {
  const { from, needles, start, line, finish, ...about } = fact;
  return { ...about, plan: { kind: 'lines', from, needles, start, line, finish } };
}

/** What the list of entries itself tells: names, sizes, times. */
export function entriesFact<Value>(fact: FactAbout<Value> & Omit<EntriesPlan<Value>, 'kind'>): Fact<Value> {
  const { from, read, ...about } = fact;
  return { ...about, plan: { kind: 'entries', from, read } };
}

/** A fact made of other facts. It is absent where a fact it needs (and has not marked optional) is absent. */
export function derivedFact<Needs extends FactNeeds, Value>(
  fact: FactAbout<Value> & { readonly needs: Needs; derive(facts: Resolved<Needs>, note: Note): Value },
): Fact<Value> {
  const { needs, derive, ...about } = fact;
  return { ...about, plan: { kind: 'derived', needs, derive } };
}

export interface OptionalFact<Value> {
  readonly optional: Fact<Value>;
}

/** Marks a need that may be missing; the judgement is then made as far as seen. */
export function optional<Value>(fact: Fact<Value>): OptionalFact<Value> {
  return { optional: fact };
}

// `any` is existential here: a fact of some value, whichever.
export type AnyFact = Fact<any>;
export type FactNeeds = Readonly<Record<string, AnyFact | OptionalFact<any>>>;

export type Resolved<Needs extends FactNeeds> = {
  readonly [Key in keyof Needs]: Needs[Key] extends OptionalFact<infer Value>
    ? Value | undefined
    : Needs[Key] extends Fact<infer Value>
      ? Value
      : never;
};

/** The fact behind a need, marked optional or not. */
export function factOf(need: AnyFact | OptionalFact<any>): AnyFact {
  return 'optional' in need ? need.optional : need;
}
