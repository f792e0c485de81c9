import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { analyzeSample } from '../harness/analyze-sample.ts';
import { EXPORTED, exported, exportName, STORED_FORMATS } from '../harness/golden-exports.ts';
import { SAMPLES } from '../harness/pack-sample.ts';

describe.each(EXPORTED)('exports of %s', (name) => {
  // The command's own output.
  const file = JSON.parse(analyzeSample(name, 'json')) as ReportFile;

  it.each(STORED_FORMATS)('are those that are stored with it: %s', (format) => {
    const stored = readFileSync(join(SAMPLES, name, 'exports', exportName(format)), 'utf8');
    expect(exported(file, format)).toBe(stored);
  });
});
