import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ExpectedFile } from '../../test/harness/expected-report.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');

/** `analyzer kind`, where some sample of that kind let the analyzer judge, as its stored report says. */
export function judgedInSamples(): ReadonlySet<string> {
  const judged = new Set<string>();
  for (const { name } of readdirSync(SAMPLES, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    // The file is ours.
    const stored = JSON.parse(readFileSync(join(SAMPLES, name, 'expected.json'), 'utf8')) as ExpectedFile;
    for (const { bundle, outcomes } of stored.reports) {
      for (const outcome of [...(outcomes['found'] ?? []), ...(outcomes['clean'] ?? [])]) {
        judged.add(`${outcome.split(':', 1)[0]} ${bundle.kind}`);
      }
    }
  }
  return judged;
}
