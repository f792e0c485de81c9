import { stripAnsi } from './ansi.ts';

/** A line as parsers and people read it: without codes of a terminal, and without the zeros that a crash leaves. */
export function cleanLine(text: string): string {
  return stripAnsi(text.includes('\0') ? text.replaceAll('\0', '') : text);
}
