import { SEVERITIES, type EntryPath, type Severity } from '../../engine/api/index.ts';
import type { EntryShown } from '../contract/entries.ts';

/** What the tree is told of one entry. */
export interface ListedEntry {
  readonly path: EntryPath;
  readonly kind: EntryShown['kind'];
  readonly size: number;
  readonly modified?: string;
  readonly linkTarget?: string;
  readonly recognised: boolean;
}

/** What is known about an entry beside the list: findings that cite it, and problems in it. */
export interface EntryMarks {
  readonly findings: ReadonlyMap<EntryPath, readonly Severity[]>;
  readonly problems: ReadonlyMap<EntryPath, number>;
}

interface Node {
  readonly address: EntryPath;
  readonly name: string;
  entry: ListedEntry | undefined;
  readonly children: Map<string, Node>;
  findings: number;
  worst: Severity | undefined;
  problems: number;
}

/** The entries of what was opened as a tree: folders, archives and sectioned texts hold what lies in them. */
export class EntryTree {
  readonly #top: Node = node('', '');
  readonly #byAddress = new Map<EntryPath, Node>([['', this.#top]]);

  constructor(entries: readonly ListedEntry[], marks: EntryMarks) {
    for (const entry of entries) this.#nodeAt(entry.path).entry = entry;
    for (const [address, severities] of marks.findings) this.#markFindings(address, severities);
    for (const [address, count] of marks.problems) this.#markProblems(address, count);
  }

  /** The rows directly in a folder, folders first; undefined where there is no such folder. */
  folder(address: EntryPath): readonly EntryShown[] | undefined {
    const found = this.#byAddress.get(address);
    return found && [...found.children.values()].map(rowOf).sort(byName);
  }

  entry(address: EntryPath): EntryShown | undefined {
    const found = this.#byAddress.get(address);
    return found && rowOf(found);
  }

  /** All rows that are no mere folders. */
  *files(): Generator<EntryShown> {
    for (const found of this.#byAddress.values()) {
      if (found.entry && found.entry.kind !== 'folder') yield rowOf(found);
    }
  }

  #markFindings(address: EntryPath, severities: readonly Severity[]): void {
    for (const found of this.#pathTo(address)) {
      found.findings += severities.length;
      for (const severity of severities) found.worst = worse(found.worst, severity);
    }
  }

  #markProblems(address: EntryPath, count: number): void {
    for (const found of this.#pathTo(address)) found.problems += count;
  }

  /** An entry and all that holds it, the top left out; nothing where it is not listed. */
  #pathTo(address: EntryPath): readonly Node[] {
    if (!this.#byAddress.has(address)) return [];
    return [...partsOf(address)].flatMap(({ address: part }) => this.#byAddress.get(part) ?? []);
  }

  #nodeAt(address: EntryPath): Node {
    const known = this.#byAddress.get(address);
    if (known) return known;
    let at = this.#top;
    for (const { address: part, name } of partsOf(address)) {
      let next = at.children.get(name);
      if (!next) {
        next = node(part, name);
        at.children.set(name, next);
        this.#byAddress.set(part, next);
      }
      at = next;
    }
    return at;
  }
}

function node(address: EntryPath, name: string): Node {
  return { address, name, entry: undefined, children: new Map(), findings: 0, worst: undefined, problems: 0 };
}

/**
 * The parts of an address from the top: `a/b.zip!/c` is `a`, `a/b.zip`, `a/b.zip!/c`; a section is one part, whatever
 * slashes its command holds.
 */
export function* partsOf(
  address: EntryPath,
): Generator<{ readonly address: EntryPath; readonly name: string }> {
  let from = 0;
  for (let at = 0; at <= address.length; at++) {
    const sign = address[at];
    if (sign === '!' && address[at + 1] === '!') {
      at++;
      continue;
    }
    const member = sign === '!' && address[at + 1] === '/';
    const section = sign === '!' && address[at + 1] === '#';
    if (sign !== undefined && sign !== '/' && !member && !section) continue;
    yield { address: address.slice(0, at), name: address.slice(from, at) };
    if (section) {
      yield { address, name: address.slice(at + 1) };
      return;
    }
    if (member) at++;
    from = at + 1;
  }
}

function rowOf({ address, name, entry, children, findings, worst, problems }: Node): EntryShown {
  return {
    address,
    name,
    kind: entry?.kind ?? 'folder',
    size: entry?.size ?? 0,
    ...(entry?.modified === undefined ? {} : { modified: entry.modified }),
    ...(entry?.linkTarget === undefined ? {} : { linkTarget: entry.linkTarget }),
    children: children.size,
    findings,
    ...(worst === undefined ? {} : { worst }),
    problems,
    recognised: entry?.recognised ?? true,
  };
}

function worse(a: Severity | undefined, b: Severity): Severity {
  return a !== undefined && SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

function byName(a: EntryShown, b: EntryShown): number {
  const folders = Number(b.kind === 'folder') - Number(a.kind === 'folder');
  return folders || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
