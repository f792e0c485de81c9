import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { limitsPage } from './limits-page.ts';

/**
 * Writes the lists of every fact, analyzer, threshold and table of knowledge in TypeScript, found by what a file
 * exports. A test compares them with what this would write.
 */
const ROOT = join(import.meta.dirname, '..');

interface List {
  readonly folder: string;
  /** The list that is written, and what of the folder it leaves to others. */
  readonly file: string;
  readonly name: string;
  readonly type: string;
  /** What the right side of an exported constant begins with. */
  readonly makers: RegExp;
}

const LISTS: readonly List[] = [
  {
    folder: 'facts',
    file: 'facts/all.ts',
    name: 'allFacts',
    type: 'AnyFact',
    makers: /^export const (?<name>\w+)(?:: Fact<[^=]*>)? =\s*(?:text|texts|line|entries|derived)Fact\b/gmu,
  },
  {
    folder: 'analyzers',
    file: 'analyzers/all.ts',
    name: 'allAnalyzers',
    type: 'AnyAnalyzer',
    makers: /^export const (?<name>\w+) =\s*defineAnalyzer\b/gmu,
  },
  {
    folder: 'analyzers',
    file: 'analyzers/all-fleet-analyzers.ts',
    name: 'allFleetAnalyzers',
    type: 'AnyFleetAnalyzer',
    makers: /^export const (?<name>\w+) =\s*defineFleetAnalyzer\b/gmu,
  },
  {
    folder: 'analyzers',
    file: 'analyzers/all-thresholds.ts',
    name: 'allThresholds',
    type: 'Threshold',
    makers: /^export const (?<name>\w+) =\s*defineThreshold\b/gmu,
  },
  {
    folder: 'analyzers/knowledge',
    file: 'analyzers/knowledge/all.ts',
    name: 'allKnowledge',
    type: 'AnyKnowledgeTable',
    makers: /^export const (?<name>\w+) =\s*defineKnowledge\b/gmu,
  },
];

export async function listSources(): Promise<ReadonlyMap<string, string>> {
  const written = new Map<string, string>();
  for (const list of LISTS) written.set(list.file, await sourceOf(list));
  written.set('docs/limits.md', limitsPage());
  return written;
}

async function sourceOf({ folder, name, type, makers }: List): Promise<string> {
  const found = filesIn(folder).flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return [...source.matchAll(makers)].map((match) => ({ file, name: match.groups?.['name'] ?? '' }));
  });
  const byFile = Map.groupBy(found, ({ file }) => file);
  const imports = [...byFile].map(
    ([file, names]) =>
      `import { ${names.map((one) => one.name).join(', ')} } from './${file.slice(folder.length + 1)}';`,
  );
  const text = [
    '// Written by `npm run lists`.',
    `import type { ${type} } from '${'../'.repeat(folder.split('/').length)}engine/api/index.ts';`,
    '',
    ...imports,
    '',
    `export const ${name}: readonly ${type}[] = [${found.map((one) => one.name).join(', ')}];`,
  ].join('\n');
  const config = await resolveConfig(join(ROOT, 'package.json'));
  return format(text, { ...config, parser: 'typescript' });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return /(?<!\.test)\.ts$/u.test(entry.name) && !/^all(?:-[\w-]+)?\.ts$/u.test(entry.name) ? [path] : [];
    })
    .sort();
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, source] of await listSources()) writeFileSync(join(ROOT, path), source);
}
