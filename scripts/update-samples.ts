import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeSample, buildMain, expectedReport } from '../test/harness/analyze-sample.ts';
import { SAMPLES, sampleNames } from '../test/harness/pack-sample.ts';

/** Stores the report of every sample as its expected.json. Read the difference before it is committed. */
buildMain();
for (const name of sampleNames()) {
  const report = expectedReport(analyzeSample(name, 'json'));
  writeFileSync(join(SAMPLES, name, 'expected.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  console.log(`samples/${name}/expected.json`);
}
