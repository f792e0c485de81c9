import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Which room may open which door. A room may always import from itself; type imports count too. What no room
 * holds (test, scripts) is open to no room.
 * A new line here is a decision: give its reason in the commit that adds it.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'engine/api': [],
  'engine/text': ['engine/api'],
  engine: ['engine/api', 'engine/text'],
  facts: ['engine/api', 'engine/text'],
  analyzers: ['engine/api', 'facts'],
  // A saved report is held against the very schema that is published.
  report: ['engine/api', 'docs/report.schema.json'],
  'workspace/contract': ['engine/api'],
  // What a screen or a command line may ask; it knows no domain.
  workspace: ['workspace/contract', 'engine/api', 'engine', 'report'],
  // A screen knows questions and answers, and nothing that touches a file.
  renderer: ['workspace/contract', 'engine/api'],
  cli: ['engine/api', 'engine', 'facts', 'analyzers', 'report', 'workspace', 'workspace/contract'],
};

const ROOT = join(import.meta.dirname, '..');
const ROOMS = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length);

describe('layers', () => {
  it('let imports go one way', () => {
    const wrong = sourceFiles().flatMap((file) => wrongImports(file, readFileSync(join(ROOT, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('catch an import that goes the wrong way, however it is written', () => {
    const planted = [
      "import { health } from '../../facts/mdatp/health.ts';",
      "export * from '../../analyzers/links.ts';",
      "const late = await import('../../cli/run.ts');",
      "type T = import('../../report/json.ts').T;",
      "import { health } from '../../test/harness/pack.ts';",
      "import { fine } from '../api/index.ts';",
    ].join('\n');
    expect(wrongImports('engine/run/planted.ts', planted)).toEqual([
      'engine/run/planted.ts imports facts/mdatp/health.ts',
      'engine/run/planted.ts imports analyzers/links.ts',
      'engine/run/planted.ts imports cli/run.ts',
      'engine/run/planted.ts imports report/json.ts',
      'engine/run/planted.ts imports test/harness/pack.ts',
    ]);
  });

  it('are those that docs/architecture.md shows', () => {
    const shown = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8')
      .split('## Who may import whom')[1]
      ?.matchAll(/^\| `(?<room>[\w/]+)` \| (?<rooms>.*) \|$/gmu);
    const table = Object.fromEntries(
      [...(shown ?? [])].map(({ groups }) => [
        groups?.['room'],
        [...(groups?.['rooms'] ?? '').matchAll(/`([\w/.]+)`/gu)].map(([, room]) => room),
      ]),
    );
    expect(table).toEqual(MAY_IMPORT);
  });

  it('keep the vocabulary free of packages and of Node', () => {
    const outside = sourceFiles()
      .filter((file) => roomOf(file) === 'engine/api')
      .flatMap((file) => specifiersOf(file, readFileSync(join(ROOT, file), 'utf8')))
      .filter((specifier) => !specifier.startsWith('.'));
    expect(outside).toEqual([]);
  });

  it('find a circle', () => {
    const imports = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['b.ts']],
    ]);
    expect(circleIn(imports)).toEqual(['b.ts', 'c.ts', 'b.ts']);
  });

  it('have no circles between files', () => {
    const imports = new Map(
      sourceFiles().map((file) => [file, importsOf(file, readFileSync(join(ROOT, file), 'utf8'))]),
    );
    expect(circleIn(imports)).toBeUndefined();
  });
});

function wrongImports(file: string, source: string): readonly string[] {
  const from = roomOf(file);
  return importsOf(file, source).flatMap((target) => {
    const to = roomOf(target);
    return from === to || MAY_IMPORT[from]?.includes(to || target) ? [] : [`${file} imports ${target}`];
  });
}

/** Files of ours that a file imports, from the root. */
function importsOf(file: string, source: string): readonly string[] {
  return specifiersOf(file, source)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file), specifier));
}

function specifiersOf(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const take = (specifier: ts.Node | undefined): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) take(node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      take(node.arguments[0]);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) take(node.argument.literal);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return found;
}

function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of imports.get(file) ?? []) {
      const circle = visit(target, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

/** Tests may look anywhere. */
function sourceFiles(): readonly string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/(?<!\.test|\.d)\.tsx?$/u.test(entry.name)) found.push(path);
    }
  };
  const tops = new Set(ROOMS.map((room) => room.split('/')[0] ?? room));
  // A room may have its rules before it has anything in it.
  for (const top of tops) if (existsSync(join(ROOT, top))) walk(top);
  return found.sort();
}

/** The room with the longest name that holds the file: `engine/api/fact.ts` is in `engine/api`. */
function roomOf(path: string): string {
  return ROOMS.find((room) => path.startsWith(`${room}/`)) ?? '';
}
