/** Breaks a sentence at spaces so that no line is wider than `width`; lines after the first are indented. */
export function wrap(text: string, width: number, first: string, rest = ' '.repeat(first.length)): string {
  const lines: string[] = [];
  let line = first;
  let isBare = true;
  for (const word of text.split(' ')) {
    if (!isBare && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest + word;
    } else line += (isBare ? '' : ' ') + word;
    isBare = false;
  }
  return [...lines, line].join('\n');
}
