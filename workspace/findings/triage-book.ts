import type { Triage } from '../contract/findings.ts';

const OPEN: Triage = { state: 'open' };

/** What a person decided about the findings of one bundle, by fingerprint. */
export type TriageBook = Readonly<Record<string, Triage>>;

export function triageOf(book: TriageBook, fingerprint: string): Triage {
  return Object.hasOwn(book, fingerprint) ? (book[fingerprint] ?? OPEN) : OPEN;
}

/** The book with a decision written in; an open finding without a note takes no line. */
export function withTriage(book: TriageBook, fingerprints: readonly string[], triage: Triage): TriageBook {
  const next = new Map(Object.entries(book));
  for (const fingerprint of fingerprints) {
    if (triage.state === 'open' && (triage.note ?? '') === '') next.delete(fingerprint);
    else next.set(fingerprint, triage);
  }
  return Object.fromEntries([...next].sort(([a], [b]) => (a < b ? -1 : 1)));
}
