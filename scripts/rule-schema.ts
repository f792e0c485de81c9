import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ruleJsonSchema } from '../engine/rules/rule-schema.ts';

/** Writes the schema of rules for editors. */
const path = join(import.meta.dirname, '..', 'docs', 'rule.schema.json');
await writeFile(path, `${JSON.stringify(ruleJsonSchema(), undefined, 2)}\n`);
