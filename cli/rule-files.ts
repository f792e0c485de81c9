import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All rule files below a folder, sorted. */
export function ruleFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ruleFiles(path);
      return entry.name.endsWith('.rule.yaml') ? [path] : [];
    })
    .sort();
}
