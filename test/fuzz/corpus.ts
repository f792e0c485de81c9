import { hostileCases } from '../hostile/all-cases.ts';
import type { Seedling } from './mutate.ts';

/** Large ones would take all the time. */
const MOST_BYTES = 96 * 1024;

/** What the generator of hostile archives makes, as far as it is small. */
export function corpusOf(seed: number): readonly [Seedling, ...Seedling[]] {
  const [first, ...rest] = hostileCases(seed)
    .filter(({ name }) => !name.startsWith('bomb/') && !name.startsWith('payload/'))
    .map(({ file, bytes }) => ({ name: file, bytes: Buffer.from(bytes()) }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length <= MOST_BYTES);
  if (!first) throw new Error('The corpus is empty');
  return [first, ...rest];
}

/** Gives each archive of a run its own numbers, so that one can be made again without those before it. */
export function seedOf(seed: number, index: number): number {
  return Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
}
