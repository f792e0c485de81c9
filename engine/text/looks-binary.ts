const HEAD = 4096;
/** Control characters that no text needs, by a hundred bytes; logs torn by a crash hold some zeros. */
const MOST_OF_A_HUNDRED = 5;
/** A short text may hold a few of them, as the bell. */
const MOST_AT_ALL = 8;

/** Whether the first bytes of a content are no text: UTF-16 was made UTF-8 before. */
export function looksBinary(head: Uint8Array): boolean {
  const sample = head.subarray(0, HEAD);
  let controls = 0;
  for (const byte of sample) if (isControl(byte)) controls++;
  return controls > MOST_AT_ALL && controls * 100 > sample.length * MOST_OF_A_HUNDRED;
}

/** Of the first 32 characters, tab, the line ends, form feed, backspace and escape stand in texts. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b;
}
