import { describe, expect, it } from 'vitest';

import type { EntrySink } from '../ingest/entry-sink.ts';
import { tee } from './tee.ts';

/** Writes down what it is given; `most` is how many chunks of an entry it wants. */
function recorder(
  wants: (path: string) => boolean,
  most = Infinity,
): EntrySink & { readonly told: string[] } {
  const told: string[] = [];
  let chunks = 0;
  return {
    told,
    begin({ path }) {
      chunks = 0;
      told.push(`begin ${path}`);
      return wants(path);
    },
    chunk(bytes) {
      told.push(Buffer.from(bytes).toString());
      return ++chunks < most;
    },
    end: (state) => void told.push(state),
    problem: ({ detail }) => void told.push(detail),
  };
}

describe('tee', () => {
  it('gives each sink the entries that it wants', () => {
    const one = recorder((path) => path === 'a');
    const other = recorder((path) => path === 'b');
    const sink = tee(one, other);
    for (const path of ['a', 'b', 'c']) {
      if (!sink.begin({ path, kind: 'file' })) continue;
      sink.chunk(Buffer.from(`text of ${path}`));
      sink.end('whole');
    }
    expect(one.told).toEqual(['begin a', 'text of a', 'whole', 'begin b', 'begin c']);
    expect(other.told).toEqual(['begin a', 'begin b', 'text of b', 'whole', 'begin c']);
  });

  it('goes on for one where the other has enough, and ends both', () => {
    const one = recorder(() => true, 1);
    const other = recorder(() => true, 2);
    const sink = tee(one, other);
    sink.begin({ path: 'a', kind: 'file' });
    expect(sink.chunk(Buffer.from('1'))).toBe(true);
    expect(sink.chunk(Buffer.from('2'))).toBe(false);
    sink.end('cut');
    expect(one.told).toEqual(['begin a', '1', 'cut']);
    expect(other.told).toEqual(['begin a', '1', '2', 'cut']);
  });
});
