import { editDistance } from './edit-distance.ts';

/** Two letters make a slip; more make another word. */
const MOST_SLIPS = 2;
/** A short key is near to many others. */
const SHORTEST = 6;

/** The one of the keys that was meant, where that is plain. */
export function nearKey(written: string, keys: readonly string[]): string | undefined {
  const plain = written.toLowerCase();
  const same = keys.find((key) => key.toLowerCase() === plain);
  if (same !== undefined || written.length < SHORTEST) return same;
  return keys.find((key) => editDistance(plain, key.toLowerCase(), MOST_SLIPS) <= MOST_SLIPS);
}
