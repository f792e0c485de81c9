/*
 * What data must never do to a screen: turn the reading direction, hide itself, forge a line. Controls, format
 * characters, lone surrogates, line and paragraph separators; the two joiners stay, for scripts and emoji need them.
 */
const UNSEEN = /(?!\u{200c}|\u{200d}|\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

export interface TextPart {
  readonly text: string;
  /** An unseen character, written out. */
  readonly escaped: boolean;
}

/** Text of a bundle cut into what is shown as it is and what is written out: ESC becomes `␛`, U+202E `⟨202E⟩`. */
export function visibleParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), escaped: false });
    parts.push({ text: writtenOut(match[0]), escaped: true });
    at = match.index + match[0].length;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), escaped: false });
  return parts;
}

function writtenOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // Unicode has pictures for the 32 old controls.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `⟨${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
