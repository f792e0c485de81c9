import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const WESTERN = new TextDecoder('windows-1252');

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The bytes of one line as text: UTF-8, or Latin-1 where they are none. Control characters stay as they are; a byte
 * order mark is no part of the text.
 */
export function lineText(line: Uint8Array): string {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  if (isAscii(bytes)) return bytes.toString('latin1');
  const text = isUtf8(bytes) ? bytes.toString('utf8') : WESTERN.decode(bytes);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** How many bytes of a line can be taken, at most `limit`, without cutting a character of several bytes. */
export function wholeCharacters(line: Uint8Array, limit: number): number {
  if (line.length <= limit) return line.length;
  let end = limit;
  while (end > limit - 4 && end > 0 && ((line[end] ?? 0) & 0xc0) === 0x80) end--;
  return end === 0 ? limit : end;
}
