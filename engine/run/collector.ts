import type { AnyFact, EntryPath, LinesPlan, Problem } from '../api/index.ts';
import type { PathTable } from '../columns/path-table.ts';
import type { EntryHeader, EntrySink } from '../ingest/entry-sink.ts';
import { codeOf, type Limits } from '../ingest/limits.ts';
import { decodeText } from '../text/decode.ts';
import { EntryList } from './entry-list.ts';
import { LineReader, type EntryRef, type Excerpts, type LineState } from './line-reader.ts';
import type { Marker, Plan, Wanted } from './plan.ts';
import type { PlaceMatch } from './places.ts';

/** The text of a small entry that some fact may want. */
export interface KeptText {
  readonly bytes: Uint8Array;
  readonly cut: boolean;
  readonly damaged: boolean;
  readonly firstLine: number;
  readonly modified?: number;
}

export interface Candidate {
  readonly path: EntryPath;
  readonly root: EntryPath;
  readonly wanted: Wanted;
}

/** An entry at a fact's place whose content could not be given. */
export interface UnreadCandidate extends Candidate {
  readonly reason: string;
}

export interface LineCandidate {
  readonly root: EntryPath;
  readonly kind: string;
  readonly lines: LineState;
}

/** All that one pass has gathered, still without roots and kinds. */
export interface Collected {
  readonly entries: EntryList;
  readonly texts: ReadonlyMap<EntryPath, KeptText>;
  readonly candidates: readonly Candidate[];
  readonly unread: readonly UnreadCandidate[];
  readonly recognised: readonly { readonly path: EntryPath; readonly fact: AnyFact }[];
  readonly lineCandidates: readonly LineCandidate[];
  readonly refs: readonly EntryRef[];
  readonly markers: readonly { readonly root: EntryPath; readonly marker: Marker }[];
  readonly problems: readonly Problem[];
  readonly excerpts: Excerpts;
}

/** A bundle of more loose files than this is not made by hand; its files are told by name alone. */
const RECOGNISED_BY_CONTENT_ENTRIES = 1_000;
const HEAD_BYTES = 4096;

/** The sink of the one pass: keeps small texts that facts may want, scans large ones, lists everything. */
export class Collector implements EntrySink {
  readonly #plan: Plan;
  readonly #limits: Limits;
  readonly #entries: EntryList;
  readonly #texts = new Map<EntryPath, KeptText>();
  readonly #candidates: Candidate[] = [];
  readonly #unread: UnreadCandidate[] = [];
  readonly #recognised: { path: EntryPath; fact: AnyFact }[] = [];
  readonly #lineStates = new Map<string, LineCandidate>();
  readonly #refs: EntryRef[] = [];
  readonly #markers: { root: EntryPath; marker: Marker }[] = [];
  readonly #problems: Problem[] = [];
  readonly #excerpts: Excerpts = new WeakMap();
  readonly #ways = new Map<string, Set<number>>();
  #textBytes = 0;
  #strongRootSeen = false;

  #header: EntryHeader | undefined;
  #size = 0;
  #lineReader: LineReader | undefined;
  #keepBytes = 0;
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #wantsHead = false;

  constructor(plan: Plan, limits: Limits, paths: PathTable) {
    this.#plan = plan;
    this.#limits = limits;
    this.#entries = new EntryList([], paths);
  }

  begin(header: EntryHeader): boolean {
    this.#header = header;
    this.#size = 0;
    for (const { root, target } of this.#plan.markers.match(header.path)) this.#mark(root, target);
    const matches = this.#plan.places.match(header.path);
    const { path, unread: reason } = header;
    for (const { root, target: wanted } of matches) {
      if (reason !== undefined) this.#unread.push({ path, root, wanted, reason });
      else if (wanted.maxBytes > 0) this.#candidates.push({ path, root, wanted });
    }
    if (header.kind !== 'file' || header.holds === 'members' || reason !== undefined) {
      this.#list(header, header.size ?? 0);
      return false;
    }
    this.#keepBytes = Math.max(0, ...matches.map((match) => match.target.maxBytes));
    this.#wantsHead = matches.every(({ target }) => target.fact.looksEverywhere) && this.#recognises();
    if (this.#wantsHead) this.#keepBytes = HEAD_BYTES;
    this.#lineReader = this.#lineReaderFor(header, matches);
    const wanted = this.#keepBytes > 0 || this.#lineReader !== undefined;
    if (!wanted) this.#list(header, header.size ?? 0);
    return wanted;
  }

  chunk(bytes: Uint8Array): boolean {
    this.#size += bytes.length;
    this.#lineReader?.chunk(bytes);
    const taken = this.#take(bytes);
    if (this.#wantsHead && this.#keptBytes >= HEAD_BYTES) {
      this.#judgeHead();
      this.#take(bytes.subarray(taken));
    }
    return true;
  }

  end(state: 'whole' | 'cut'): void {
    const header = this.#header;
    if (!header) return;
    if (this.#wantsHead) this.#judgeHead();
    this.#lineReader?.end(state);
    if (this.#keepBytes > 0) this.#keep(header, state);
    this.#list(header, this.#size);
    this.#kept = [];
    this.#keptBytes = 0;
    this.#keepBytes = 0;
    this.#lineReader = undefined;
  }

  /** Keeps what is still wanted of a chunk and says how much that was. */
  #take(bytes: Uint8Array): number {
    const part = bytes.subarray(0, Math.max(0, this.#keepBytes - this.#keptBytes));
    if (part.length > 0) this.#kept.push(part.slice());
    this.#keptBytes += part.length;
    return part.length;
  }

  problem(problem: Problem): void {
    this.#problems.push(problem);
  }

  collected(): Collected {
    return {
      entries: this.#entries,
      texts: this.#texts,
      candidates: this.#candidates,
      unread: this.#unread,
      recognised: this.#recognised,
      lineCandidates: [...this.#lineStates.values()],
      refs: this.#refs,
      markers: this.#markers,
      problems: this.#problems,
      excerpts: this.#excerpts,
    };
  }

  #mark(root: EntryPath, marker: Marker): void {
    const { kind, way, address, addresses } = marker;
    const key = `${root}\0${kind}\0${way}`;
    const seen = this.#ways.get(key) ?? new Set<number>();
    if (seen.has(address)) return;
    this.#ways.set(key, seen.add(address));
    this.#markers.push({ root, marker });
    if (seen.size === addresses) this.#strongRootSeen = true;
  }

  #recognises(): boolean {
    return (
      this.#plan.recognisers.length > 0 &&
      !this.#strongRootSeen &&
      this.#entries.length < RECOGNISED_BY_CONTENT_ENTRIES
    );
  }

  /** A loose file of no known name: told by its first bytes, or let go. */
  #judgeHead(): void {
    this.#wantsHead = false;
    const path = this.#header?.path ?? '';
    const head = decodeText(Buffer.concat(this.#kept));
    const known = this.#plan.recognisers.find(({ looksLike }) => looksLike(head));
    const plan = known?.fact.plan;
    this.#keepBytes = plan?.kind === 'text' ? (plan.maxBytes ?? 4 * 1024 * 1024) : 0;
    if (known) this.#recognised.push({ path, fact: known.fact });
  }

  #lineReaderFor(header: EntryHeader, matches: readonly PlaceMatch<Wanted>[]): LineReader | undefined {
    const states: LineState[] = [];
    for (const { root: before, target } of matches) {
      const isFallback = target.kind === this.#plan.fallbackKind;
      if (target.maxBytes > 0 || (isFallback && this.#strongRootSeen)) continue;
      // A bundle of loose files has one root, whatever folders its files lie in.
      const root = isFallback ? '' : before;
      const key = `${target.fact.name}\0${target.kind}\0${root}`;
      let candidate = this.#lineStates.get(key);
      if (!candidate) {
        const state = (target.fact.plan as LinesPlan<unknown, unknown>).start();
        candidate = { root, kind: target.kind, lines: { fact: target.fact, state, entries: [], cut: false } };
        this.#lineStates.set(key, candidate);
      }
      if (!states.includes(candidate.lines)) states.push(candidate.lines);
    }
    if (states.length === 0) return undefined;
    const ref = { fullPath: header.path, path: header.path };
    this.#refs.push(ref);
    const { lineBytes } = this.#limits;
    return new LineReader({
      plan: this.#plan,
      ref,
      states,
      excerpts: this.#excerpts,
      firstLine: header.firstLine ?? 1,
      lineBytes,
      onLongLine: (line) => {
        const detail = `Lines of more than ${lineBytes} bytes are searched in parts`;
        this.#problems.push({ code: codeOf('lineBytes'), detail, at: { entry: header.path, line } });
      },
    });
  }

  #keep(header: EntryHeader, state: 'whole' | 'cut'): void {
    const most = this.#limits.keptTextBytes;
    if (this.#textBytes + this.#keptBytes > most) {
      const detail = `More than ${most} bytes of small files are wanted; ${header.path} is left out`;
      this.#problems.push({ code: codeOf('keptTextBytes'), detail, at: { entry: header.path } });
      for (const candidate of this.#candidates) {
        if (candidate.path === header.path)
          this.#unread.push({ ...candidate, reason: 'a limit left it out' });
      }
      return;
    }
    this.#textBytes += this.#keptBytes;
    const cut = this.#size > this.#keptBytes;
    this.#texts.set(header.path, {
      bytes: Buffer.concat(this.#kept),
      cut,
      damaged: state === 'cut',
      firstLine: header.firstLine ?? 1,
      ...(isTime(header.modified) ? { modified: header.modified } : {}),
    });
  }

  #list(header: EntryHeader, size: number): void {
    this.#entries.add({
      path: header.path,
      kind: header.kind,
      size,
      ...(isTime(header.modified) ? { modified: header.modified } : {}),
      ...(header.linkTarget === undefined ? {} : { linkTarget: header.linkTarget }),
      ...(header.hardLink ? { hardLink: true as const } : {}),
      ...(header.holds ? { holds: header.holds } : {}),
      ...(header.unread === undefined ? {} : { unread: true as const }),
    });
  }
}

/** The last time that a date can say; archives can name any. */
const LAST_TIME = 8.64e15;

function isTime(modified: number | undefined): modified is number {
  return modified !== undefined && Math.abs(modified) <= LAST_TIME;
}
