/*
 * What data must never do to a screen: move the cursor, set a title, turn the reading direction, forge a line.
 * Controls (Cc), format characters such as bidi marks and zero-width signs (Cf), lone surrogates (Cs), line and
 * paragraph separators (Zl, Zp). The two joiners stay between characters that are not ASCII: scripts and emoji need them
 * there, and anywhere else they only make two names look the same.
 */
const UNSEEN = /(?!(?<=[^\p{ASCII}])[\u{200c}\u{200d}](?=[^\p{ASCII}]))[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text of several lines, fit for a screen: all but line feed and tab that cannot be seen becomes `\u{1b}`. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, (found) => (found === '\n' || found === '\t' ? found : escaped(found)));
}

/** The same for what must stay on one line: names, messages, values. */
export function visibleLine(text: string): string {
  return text.replaceAll(UNSEEN, escaped);
}

/** Finished JSON in which nothing unseen is left but its own line feeds; it reads back as the same data. */
export function visibleJson(json: string): string {
  return json.replaceAll(UNSEEN, (found) => (found === '\n' ? found : jsonEscaped(found)));
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function jsonEscaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
