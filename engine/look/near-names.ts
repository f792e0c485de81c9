import type { EntryPath } from '../api/index.ts';
import { editDistance } from '../rules/did-you-mean.ts';

/** Names that are told where an address leads nowhere. */
const MOST_NAMES = 5;
/** A longer name is no mistyped one, and comparing costs its length squared. */
const LONGEST_NAME = 60;
/** Letters that a mistyped name may differ in: one of three, and never more than these. */
const MOST_EDITS = 2;

/** Gathers entries that an address may have meant: those that end like it, else those whose last part is much alike. */
export class NearNames {
  readonly #wanted: readonly EntryPath[];
  readonly #ending: EntryPath[] = [];
  #like: { readonly path: EntryPath; readonly edits: number }[] = [];
  /** How many end like it. */
  endingCount = 0;

  constructor(wanted: readonly EntryPath[]) {
    this.#wanted = wanted;
  }

  see(path: EntryPath): void {
    if (this.#wanted.some((one) => path.endsWith(`/${one}`))) {
      if (this.#ending.length < MOST_NAMES) this.#ending.push(path);
      this.endingCount++;
    } else this.#compare(path);
  }

  get ending(): readonly EntryPath[] {
    return this.#ending;
  }

  /** The nearest first. */
  get near(): readonly EntryPath[] {
    return this.#ending.length > 0 ? this.#ending : this.#like.map(({ path }) => path);
  }

  #compare(path: EntryPath): void {
    const edits = Math.min(...this.#wanted.map((one) => editsBetween(lastPart(one), lastPart(path))));
    if (edits === Infinity) return;
    this.#like = [...this.#like, { path, edits }].sort((a, b) => a.edits - b.edits).slice(0, MOST_NAMES);
  }
}

function lastPart(path: EntryPath): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** Infinity where they are not much alike. */
function editsBetween(wanted: string, other: string): number {
  if (wanted === other) return 0;
  const most = Math.min(MOST_EDITS, Math.floor(wanted.length / 3));
  if (wanted.length > LONGEST_NAME || Math.abs(wanted.length - other.length) > most) return Infinity;
  const edits = editDistance(wanted, other);
  return edits > most ? Infinity : edits;
}
