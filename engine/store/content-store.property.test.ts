import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { ContentStore } from './content-store.ts';

const parent = mkdtempSync(join(tmpdir(), 'stores-'));
afterAll(() => rmSync(parent, { recursive: true }));

/** Pieces of text that are put together to entries: long runs make entries of several blocks. */
const piece = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\r', 'one', 'two words', 'ä', '\u0000'),
  fc
    .record({ text: fc.constantFrom('x', 'line\n', 'a\r'), times: fc.integer({ min: 1, max: 120_000 }) })
    .map(({ text, times }) => text.repeat(times)),
);

describe('ContentStore', () => {
  it('gives the lines that splitting the whole text gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(piece, { maxLength: 12 }), { minLength: 1, maxLength: 4 }), check),
      { numRuns: 60, seed: 2026 },
    );
  });
});

async function check(entries: readonly (readonly string[])[]): Promise<void> {
  const store = new ContentStore({ quotaBytes: 1e9, note: () => undefined, parent });
  try {
    for (const [index, chunks] of entries.entries()) {
      store.begin({ path: `entry ${index}`, kind: 'file' });
      for (const chunk of chunks) store.chunk(Buffer.from(chunk));
      store.end('whole');
    }
    await store.settle();
    for (const [index, chunks] of entries.entries()) {
      const text = chunks.join('');
      const wanted = linesOf(text);
      expect(store.entry(index).lines).toBe(wanted.length);
      for (const number of [1, 2, Math.ceil(wanted.length / 2), wanted.length - 1, wanted.length]) {
        if (number < 1 || number > wanted.length) continue;
        const [line] = store.lines(index, number, 1, 1e9);
        expect(line?.text === wanted[number - 1]).toBe(true);
        expect(store.lineOfByte(index, store.byteOfLine(index, number))).toBe(number);
      }
    }
  } finally {
    await store.close();
  }
}

/** The plain way: LF ends a line, and CR where there is no LF at all. */
function linesOf(text: string): readonly string[] {
  const lines = text.includes('\n')
    ? text.split('\n').map((line) => line.replace(/\r$/u, ''))
    : text.split('\r');
  // A last line end makes no line of its own; a CR that stands last without LF belongs to its line.
  if (/[\n\r]$/u.test(text) || text === '') {
    if (text === '' || text.endsWith('\n') || !text.includes('\n')) lines.pop();
  }
  return lines;
}
