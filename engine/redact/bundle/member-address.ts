import type { EntryPath } from '../../api/index.ts';

/** An address taken apart: the name in each archive, from the outermost to the one that holds the entry. */
export function namesIn(address: EntryPath): readonly string[] {
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < address.length; at++) {
    const next = address[at + 1];
    if (address[at] !== '!') name += address[at];
    else if (next === '!') {
      name += '!';
      at++;
    } else if (next === '/') {
      names.push(name);
      name = '';
      at++;
    } else if (next === '@') {
      // The mark of a name that came before: it is written under that name again.
      while (/[@\d]/u.test(address[at + 1] ?? '')) at++;
    } else name += '!';
  }
  names.push(name);
  return names;
}
