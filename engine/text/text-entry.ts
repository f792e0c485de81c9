import type { Line, TextEntry } from '../api/index.ts';
import { cleanLine } from './clean-line.ts';
import { decodeText } from './decode.ts';

export interface TextEntryParts {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly cut: boolean;
  /** Number of the first line: above 1 for a section of a file. */
  readonly firstLine?: number;
  readonly modified?: Date;
}

/** A small file as parsers see it. Decoding and splitting happen once, when first asked for. */
export function textEntry({ path, bytes, cut, firstLine = 1, modified }: TextEntryParts): TextEntry {
  let text: string | undefined;
  let lines: readonly Line[] | undefined;
  return {
    path,
    cut,
    ...(modified ? { modified } : {}),
    get text() {
      return (text ??= decodeText(bytes));
    },
    lines() {
      return (lines ??= splitLines(this.text).map((line, index) => ({
        text: cleanLine(line),
        at: { entry: path, line: firstLine + index },
      })));
    },
  };
}

/**
 * Lines end in LF or CRLF; in CR only where a text holds no LF at all, as the viewer and the search count them. A final
 * line end makes no line of its own.
 */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(text.includes('\n') ? /\r?\n/u : '\r');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
