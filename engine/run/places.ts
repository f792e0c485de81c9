import type { EntryPath } from '../api/index.ts';

/** A place of something in one kind of bundle, ready to be looked for under any root. */
interface Pattern<Target> {
  readonly target: Target;
  readonly segments: readonly Segment[];
  /** `x/**`: anything below. */
  readonly below: boolean;
  /** `x/**` + `/y`: what stands before the folders that do not matter; empty where there are none. */
  readonly above: readonly Segment[];
}

type Segment = string | OneStar | RegExp;

/** `*.journal`, `messages*`: one star, for which no expression is needed. */
interface OneStar {
  readonly before: string;
  readonly after: string;
}

export interface PlaceMatch<Target> {
  readonly target: Target;
  /** What stands before the place: a prefix of the entry's address, '' for the top. */
  readonly root: EntryPath;
}

/**
 * Finds which of many places an entry's address ends with, whatever its root may be: kinds and roots are settled
 * only at the end of the pass. Looked up by the last literal part, so that an entry costs a few map look-ups.
 */
export class PlaceIndex<Target> {
  readonly #byLast = new Map<string, Pattern<Target>[]>();
  readonly #byParent = new Map<string, Pattern<Target>[]>();
  readonly #byFolder = new Map<string, Pattern<Target>[]>();
  /** Names of folders that places lead through. */
  readonly #folders = new Set<string>();
  readonly #rest: Pattern<Target>[] = [];
  readonly #restBelow: Pattern<Target>[] = [];

  add(place: string, target: Target): void {
    const { above, segments, below } = partsOfPlace(place);
    const pattern = { target, segments, below, above };
    for (const part of [...above, ...(below ? segments : segments.slice(0, -1))])
      if (typeof part === 'string') this.#folders.add(part);
    const last = segments.at(-1);
    const parent = segments.at(-2);
    if (typeof last === 'string') push(below ? this.#byFolder : this.#byLast, last, pattern);
    else if (typeof parent === 'string' && !below) push(this.#byParent, parent, pattern);
    else (below ? this.#restBelow : this.#rest).push(pattern);
  }

  /** Whether a folder of this name may lie on the way to a place; those told by a wildcard are not known. */
  hasFolder(name: string): boolean {
    return this.#folders.has(name.toLowerCase());
  }

  match(path: EntryPath): readonly PlaceMatch<Target>[] {
    const written = segmentsOf(path);
    const parts = written.map((part) => part.toLowerCase());
    const found: PlaceMatch<Target>[] = [];
    const end = parts.length;
    this.#try(this.#byLast.get(parts[end - 1] ?? ''), parts, written, end, found);
    if (end > 1) this.#try(this.#byParent.get(parts[end - 2] ?? ''), parts, written, end, found);
    if (this.#byFolder.size > 0) {
      for (let index = 0; index < end - 1; index++) {
        this.#try(this.#byFolder.get(parts[index] ?? ''), parts, written, index + 1, found);
      }
    }
    this.#try(this.#rest, parts, written, end, found);
    for (let at = 1; at < end; at++) this.#try(this.#restBelow, parts, written, at, found);
    return found;
  }

  #try(
    patterns: readonly Pattern<Target>[] | undefined,
    parts: readonly string[],
    written: readonly string[],
    end: number,
    found: PlaceMatch<Target>[],
  ): void {
    if (patterns === undefined) return;
    for (const { segments, above, target } of patterns) {
      const start = end - segments.length;
      if (start < 0 || !fitsAt(segments, parts, start)) continue;
      // Without anything above, the one place to begin is right before what has fitted.
      for (let from = start - above.length; from >= 0; from--) {
        if (fitsAt(above, parts, from)) found.push({ target, root: written.slice(0, from).join('/') });
        if (above.length === 0) break;
      }
    }
  }
}

/** One pattern against an address relative to a known root. `**` alone fits everything. */
export function placeFits(place: string, relative: EntryPath): boolean {
  return placesFitter([place])(relative);
}

/** Whether any of the patterns fits, for many addresses. */
export function placesFitter(places: readonly string[]): (relative: EntryPath) => boolean {
  if (places.includes('**')) return () => true;
  const fitters = places.map(fitterOf);
  return (relative) => {
    const parts = segmentsOf(relative.toLowerCase());
    return fitters.some((fits) => fits(parts));
  };
}

function fitterOf(place: string): (parts: readonly string[]) => boolean {
  const { above, segments, below } = partsOfPlace(place);
  const least = above.length + segments.length;
  return (parts) => {
    if (above.length > 0) {
      const ends = below ? parts.map((_, index) => index) : [parts.length];
      return ends.some(
        (end) => end >= least && fitsAt(above, parts, 0) && fitsAt(segments, parts, end - segments.length),
      );
    }
    if (below ? parts.length <= least : parts.length !== least) return false;
    return fitsAt(segments, parts, 0);
  };
}

function partsOfPlace(place: string): Omit<Pattern<unknown>, 'target'> {
  const below = place.endsWith('/**');
  const named = below ? place.slice(0, -3) : place;
  const gap = named.indexOf('/**/');
  const above = gap === -1 ? [] : segmentsOf(named.slice(0, gap)).map(segmentOf);
  return { above, segments: segmentsOf(gap === -1 ? named : named.slice(gap + 4)).map(segmentOf), below };
}

function fitsAt(segments: readonly Segment[], parts: readonly string[], start: number): boolean {
  // The last part tells most: it is looked at first, and without a call for each entry and pattern.
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index];
    if (segment !== undefined && !fits(segment, parts[start + index] ?? '')) return false;
  }
  return true;
}

/** The parts of an address; a section stays with its file, for its name may hold slashes. */
export function segmentsOf(path: EntryPath): string[] {
  const section = sectionStart(path);
  if (section === -1) return path.split('/');
  const parts = path.slice(0, section).split('/');
  parts[parts.length - 1] += path.slice(section);
  return parts;
}

/** Where `!#` begins, a doubled `!!` being a literal one. */
function sectionStart(path: EntryPath): number {
  for (let at = path.indexOf('!'); at !== -1; at = path.indexOf('!', at)) {
    const mark = path[at + 1];
    if (mark === '#') return at;
    at += 2;
  }
  return -1;
}

function segmentOf(segment: string): Segment {
  const lower = segment.toLowerCase();
  if (!/[*?]/u.test(lower)) return lower;
  const [before = '', after = '', ...more] = lower.split('*');
  if (more.length === 0 && !lower.includes('?')) return { before, after };
  const source = lower.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su');
}

function fits(segment: Segment, part: string): boolean {
  if (typeof segment === 'string') return segment === part;
  if (segment instanceof RegExp) return segment.test(part);
  const { before, after } = segment;
  return part.length >= before.length + after.length && part.startsWith(before) && part.endsWith(after);
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
