import type { EntryShown } from '../contract/entries.ts';

interface Ranked {
  readonly row: EntryShown;
  readonly rank: number;
}

/** Entries whose address fits what was typed, the best first. Nothing typed: all, by address. */
export function findEntries(rows: Iterable<EntryShown>, text: string): readonly EntryShown[] {
  const wanted = text.trim().toLowerCase();
  const found: Ranked[] = [];
  for (const row of rows) {
    const rank = wanted === '' ? 0 : rankOf(row, wanted);
    if (rank !== undefined) found.push({ row, rank });
  }
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.row.address.length - b.row.address.length ||
        (a.row.address < b.row.address ? -1 : 1),
    )
    .map(({ row }) => row);
}

/** Lower is better: the name begins so, holds it, the address holds it, its letters stand there in this order. */
function rankOf({ name, address }: EntryShown, wanted: string): number | undefined {
  const own = name.toLowerCase();
  const whole = address.toLowerCase();
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  if (own.includes(wanted)) return 2;
  if (whole.includes(wanted)) return 3;
  return holdsInOrder(whole, wanted) ? 4 : undefined;
}

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
