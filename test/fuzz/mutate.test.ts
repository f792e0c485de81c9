import { describe, expect, it } from 'vitest';

import { isTarHeader } from '../../engine/ingest/tar/header.ts';
import { seededRandom } from '../bench/generators/random.ts';
import { tarEntry, tarFile } from '../harness/tar-blocks.ts';
import { zipFile } from '../harness/zip-records.ts';
import { seedOf } from './corpus.ts';
import { mutated } from './mutate.ts';

const corpus = [
  { name: 'a.tar', bytes: tarFile(tarEntry({ name: 'a' }, 'one\n')) },
  { name: 'b.zip', bytes: zipFile([{ name: 'a', content: 'one\n' }]) },
] as const;
const made = (index: number): Buffer => mutated(corpus, seededRandom(seedOf(7, index))).bytes;
const numbers = Array.from({ length: 300 }, (_, index) => index);

describe('mutated', () => {
  it('makes the same of the same number, and other things of others', () => {
    expect(made(5).equals(made(5))).toBe(true);
    expect(new Set(numbers.map((index) => made(index).toString('latin1'))).size).toBeGreaterThan(250);
  });

  it('leaves the corpus as it is', () => {
    numbers.forEach(made);
    expect(isTarHeader(corpus[0].bytes.subarray(0, 512))).toBe(true);
  });

  it('makes headers that lie and carry their checksum', () => {
    const lies = numbers.map(made).filter((bytes) => {
      const header = bytes.subarray(0, 512);
      return isTarHeader(header) && !header.equals(corpus[0].bytes.subarray(0, 512));
    });
    expect(lies.length).toBeGreaterThan(3);
  });
});
