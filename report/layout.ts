/** Columns that a text takes, counting characters as people see them. East Asian wide ones take two. */
export function columnsOf(text: string): number {
  if (/^[\u0020-\u007e]*$/u.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (/\p{M}|[\u{200c}\u{200d}]/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

// 日, 한, Ａ, 🙂
const WIDE =
  /[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Fills up with spaces on the right. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Fills up with spaces on the left. */
export function paddedLeft(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** Breaks a paragraph between words. A word that is longer than the width is broken inside only with `hard`. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Cuts to a width, with a sign where something is left out. */
export function clipped(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = '';
  let columns = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Cuts a long line into pieces of one width, and the last of `most` pieces with a sign. */
export function pieces(text: string, width: number, most: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (found.length < most - 1 && columnsOf(rest) > width) {
    const piece = clipped(rest, width + 1).slice(0, -1);
    if (piece === '') break;
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...found, clipped(rest, width)];
}

/** Puts the same margin before each line; empty lines stay empty. */
export function indented(lines: readonly string[], margin: string): readonly string[] {
  return lines.map((line) => (line === '' ? '' : margin + line));
}

/** A label, then text wrapped in the column beside it. */
export function beside(label: string, labelColumns: number, text: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrapped(text, Math.max(20, width - labelColumns));
  return [padded(label, labelColumns) + first, ...indented(rest, ' '.repeat(labelColumns))];
}
