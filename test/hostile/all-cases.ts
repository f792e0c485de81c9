import { seededRandom } from '../bench/generators/random.ts';
import { bombCases } from './cases/bomb-cases.ts';
import { linkCases } from './cases/link-cases.ts';
import { mismatchCases } from './cases/mismatch-cases.ts';
import { nameCases } from './cases/name-cases.ts';
import { payloadCases } from './cases/payload-cases.ts';
import { streamCases } from './cases/stream-cases.ts';
import { tarCases } from './cases/tar-cases.ts';
import { zipCases } from './cases/zip-cases.ts';
import type { HostileCase } from './hostile-case.ts';

const MAKERS = [
  tarCases,
  zipCases,
  streamCases,
  nameCases,
  linkCases,
  payloadCases,
  bombCases,
  mismatchCases,
];

/** All hostile and odd archives; the same for the same seed. Packed streams take what packs them from the system. */
export function hostileCases(seed: number): readonly HostileCase[] {
  const random = seededRandom(seed);
  return MAKERS.flatMap((make) => make(random));
}
