import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { buildAutomaton } from './automaton.ts';
import { newHits, scanLines } from './scan-lines.ts';

/** What a scan says, in plain words: needle, offset of its last byte, lines before. */
function scan(needles: readonly string[], text: string) {
  const automaton = buildAutomaton(needles);
  const hits = newHits();
  scanLines(automaton, Buffer.from(text), hits);
  const found: { needle: string; at: number; linesBefore: number }[] = [];
  for (let index = 0; index < hits.count; index++) {
    for (const needle of automaton.needlesAt[hits.state[index]! - automaton.firstAccepting] ?? []) {
      found.push({ needle: needles[needle]!, at: hits.at[index]!, linesBefore: hits.linesBefore[index]! });
    }
  }
  return { found, lines: hits.lines };
}

describe('scanLines', () => {
  it('finds needles in either case and counts the lines before them', () => {
    expect(scan(['oom', 'Killed process'], 'a\nb OOM\nkilled PROCESS 1\n')).toEqual({
      found: [
        { needle: 'oom', at: 6, linesBefore: 1 },
        { needle: 'Killed process', at: 21, linesBefore: 2 },
      ],
      lines: 3,
    });
  });

  it('finds a needle that ends inside another', () => {
    expect(scan(['segfault', 'fault'], 'segfault').found.map((hit) => hit.needle)).toEqual([
      'segfault',
      'fault',
    ]);
  });

  it('counts lines where there is no needle at all', () => {
    expect(scan([], 'a\nb\n')).toEqual({ found: [], lines: 2 });
  });

  it('agrees with a search by indexOf wherever the lanes of a long window part', () => {
    const words = ['ab', 'abcab', 'b c', 'needle-of-some-length'];
    const piece = fc.constantFrom('ab', 'abcab', 'b c', 'needle-of-some-length', '\n', 'x', 'needle-of-some');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 900, maxLength: 1500 }), (pieces) => {
        const text = pieces.join('');
        const expected = words
          .flatMap((needle) => endsOf(text, needle).map((at) => `${needle}@${at}`))
          .sort();
        const { found, lines } = scan(words, text);
        expect(found.map((hit) => `${hit.needle}@${hit.at}`).sort()).toEqual(expected);
        expect(lines).toBe(text.split('\n').length - 1);
        for (const hit of found) expect(hit.linesBefore).toBe(text.slice(0, hit.at).split('\n').length - 1);
      }),
      { numRuns: 15 },
    );
  });
});

function endsOf(text: string, needle: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1))
    ends.push(at + needle.length - 1);
  return ends;
}
