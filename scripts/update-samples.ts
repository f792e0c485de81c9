import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFile } from '../engine/api/index.ts';
import { analyzeSample, buildMain } from '../test/harness/analyze-sample.ts';
import { expectedFile } from '../test/harness/expected-report.ts';
import { SAMPLES, sampleNames } from '../test/harness/pack-sample.ts';

/** Stores the report of every sample as its expected.json. Read the difference before it is committed. */
buildMain();
for (const name of sampleNames()) {
  // The command's own output.
  const report = expectedFile(JSON.parse(analyzeSample(name, 'json')) as ReportFile);
  writeFileSync(join(SAMPLES, name, 'expected.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  console.log(`samples/${name}/expected.json`);
}
