import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { listSources } from '../scripts/lists.ts';

it('the lists of facts and analyzers name every one there is (npm run lists)', async () => {
  for (const [path, source] of await listSources()) {
    expect(readFileSync(join(import.meta.dirname, '..', path), 'utf8')).toBe(source);
  }
});
