import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFile } from '../engine/api/index.ts';
import { analyzeSample, buildMain } from '../test/harness/analyze-sample.ts';
import { expectedFile } from '../test/harness/expected-report.ts';
import { EXPORTED, exported, exportName, STORED_FORMATS } from '../test/harness/golden-exports.ts';
import { SAMPLES, sampleNames } from '../test/harness/pack-sample.ts';

/** Stores the report of every sample as its expected.json, and exports of some. Read the difference before it is committed. */
buildMain();
for (const name of sampleNames()) {
  // The command's own output.
  const file = JSON.parse(analyzeSample(name, 'json')) as ReportFile;
  const folder = join(SAMPLES, name);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectedFile(file), undefined, 2)}\n`);
  console.log(`samples/${name}/expected.json`);
  if (!EXPORTED.includes(name)) continue;
  mkdirSync(join(folder, 'exports'), { recursive: true });
  for (const format of STORED_FORMATS) {
    writeFileSync(join(folder, 'exports', exportName(format)), exported(file, format));
    console.log(`samples/${name}/exports/${exportName(format)}`);
  }
}
