import { describe } from 'vitest';

import { programAt } from '../../scripts/test-packages.ts';

/** Tests that need programs of the system: skipped by name where one is missing, and failing so where CI is set. */
export function describeWith(programs: string | readonly string[], title: string, tests: () => void): void {
  const missing = [programs].flat().filter((program) => programAt(program) === undefined);
  const needs = `needs ${missing.join(', ')}`;
  if (missing.length > 0 && process.env['CI'] === 'true')
    throw new Error(`${title} ${needs}, which is not installed`);
  describe.skipIf(missing.length > 0)(missing.length > 0 ? `${title} (${needs})` : title, tests);
}
