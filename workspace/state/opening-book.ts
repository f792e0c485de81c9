import { z } from 'zod';

import type { StateFolder } from './state-folder.ts';

const opening = z.object({
  /** Path of what is opened, or the name and size of an upload. */
  key: z.string().max(12_000),
  path: z.string().max(10_000).optional(),
  name: z.string().max(1_000),
  /** Process of the desk that has or had it open. */
  process: z.int().min(0),
  /** `left`: was open when its desk ended without a word; `closed`: remembered for its deaths alone. */
  state: z.enum(['reading', 'open', 'left', 'closed']),
  /** Times that reading it ended the engine or the desk, one after the other. */
  deaths: z.int().min(0).max(1_000),
});
export type Opening = z.infer<typeof opening>;

const MOST_OPENINGS = 200;
const openingFile = z.object({ schema: z.literal(1), openings: z.array(opening).max(MOST_OPENINGS) });

/** Deaths after which a bundle is not opened before a person says how. */
export const MOST_DEATHS = 2;

/**
 * Notes what is being opened before it is read, so that a desk that died by a bundle knows that bundle the next time.
 */
export class OpeningBook {
  readonly #folder: StateFolder;
  readonly #isAlive: (process: number) => boolean;
  readonly #own: number;

  /** `isAlive` tells whether a process still runs; several desks share one book. */
  constructor(folder: StateFolder, own: number, isAlive: (process: number) => boolean) {
    this.#folder = folder;
    this.#own = own;
    this.#isAlive = isAlive;
  }

  /** What desks that ended without a word had open. Deaths while reading are counted here, once. */
  left(): readonly Opening[] {
    const all = this.#read().map((one) => (this.#isAlive(one.process) ? one : buried(one)));
    this.#write(all);
    return all.filter(({ state }) => state === 'left');
  }

  deathsOf(key: string): number {
    return this.#read().find((one) => one.key === key)?.deaths ?? 0;
  }

  begin({ key, name, path }: Pick<Opening, 'key' | 'name' | 'path'>): void {
    const deaths = this.deathsOf(key);
    const one = { key, name, process: this.#own, state: 'reading', deaths } as const;
    const others = this.#read().filter((other) => other.key !== key);
    this.#write([path === undefined ? one : { ...one, path }, ...others].slice(0, MOST_OPENINGS));
  }

  /** It was read to its end: nothing is held against it any longer. */
  opened(key: string): void {
    this.#change(key, (one) => ({ ...one, state: 'open', deaths: 0 }));
  }

  /** Its engine died while the desk lived. */
  died(key: string): void {
    this.#change(key, (one) => ({ ...one, state: 'open', deaths: one.deaths + 1 }));
  }

  closed(key: string): void {
    this.#change(key, laidAside);
  }

  /** Forgets what was left, but not what is dangerous. */
  dismissLeft(): void {
    this.#write(this.#read().flatMap((one) => (one.state === 'left' ? (laidAside(one) ?? []) : [one])));
  }

  #change(key: string, change: (one: Opening) => Opening | undefined): void {
    this.#write(this.#read().flatMap((one) => (one.key === key ? (change(one) ?? []) : [one])));
  }

  #read(): readonly Opening[] {
    return this.#folder.read('opening.json', openingFile)?.openings ?? [];
  }

  #write(openings: readonly Opening[]): void {
    this.#folder.write('opening.json', { schema: 1, openings });
  }
}

function buried(one: Opening): Opening {
  if (one.state === 'reading') return { ...one, state: 'left', deaths: one.deaths + 1 };
  return one.state === 'open' ? { ...one, state: 'left' } : one;
}

/** What never died is forgotten. */
function laidAside(one: Opening): Opening | undefined {
  return one.deaths > 0 ? { ...one, state: 'closed' } : undefined;
}
