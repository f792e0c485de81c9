import en from '../locales/en.json' with { type: 'json' };

const LETTERS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  s: 'š',
  c: 'ç',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  U: 'Ü',
  N: 'Ñ',
  S: 'Š',
};

/** English dressed as a longer language: shows words that no catalogue gave, and those that do not fit. */
export function pseudoCatalogue(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(en).map(([id, message]) => [id, dressed(message)]));
}

/** Placeholders and plurals stay as they are; a third is added, as German adds it. */
function dressed(message: string): string {
  if (message.includes('{')) return `[${message}]`;
  const letters = [...message].map((letter) => LETTERS[letter] ?? letter).join('');
  return `[${letters}${'·'.repeat(Math.ceil(message.length / 3))}]`;
}
