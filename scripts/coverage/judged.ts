import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ReportFile } from '../../engine/api/index.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');

/** `analyzer kind`, where some sample of that kind let the analyzer judge, as its stored report says. */
export function judgedInSamples(): ReadonlySet<string> {
  const judged = new Set<string>();
  for (const { name } of readdirSync(SAMPLES, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    // The file is ours.
    const stored = JSON.parse(readFileSync(join(SAMPLES, name, 'expected.json'), 'utf8')) as ReportFile;
    for (const { bundle, analyzers } of stored.reports) {
      for (const { id, status } of analyzers) {
        if (status === 'found' || status === 'clean') judged.add(`${id} ${bundle.kind}`);
      }
    }
  }
  return judged;
}
