import { describe } from 'vitest';

import { programAt } from '../../scripts/test-packages.ts';

/** Tests that need a program of the system: skipped by name where it is missing, and failing so where CI is set. */
export function describeWith(program: string, title: string, tests: () => void): void {
  const isThere = programAt(program) !== undefined;
  if (!isThere && process.env['CI'] === 'true')
    throw new Error(`${title} needs ${program}, which is not installed`);
  describe.skipIf(!isThere)(isThere ? title : `${title} (needs ${program})`, tests);
}
