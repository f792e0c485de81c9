import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packSample, readSample, sampleNames } from '../test/harness/pack-sample.ts';

/** Packs every sample into .cache/samples, under the name that its sample.json gives. */
const out = join(import.meta.dirname, '..', '.cache', 'samples');
mkdirSync(out, { recursive: true });
for (const name of sampleNames()) {
  const { archive } = readSample(name);
  writeFileSync(join(out, archive), packSample(name));
  console.log(join('.cache', 'samples', archive));
}
