import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Rooms whose words come from message catalogues. */
const ROOMS = ['cli', 'report', 'renderer', 'workspace'];

/** Texts that are no words for people, each with its reason. */
const ALLOWED: readonly string[] = [
  // Said by a Node that is too old to load the catalogue.
  ' or later is needed; this is ',
  // What a page begins with.
  '<!doctype html>\n',
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  // Names of programs.
  'Google Chrome',
  'Microsoft Edge',
  // The folder that the system names so.
  'Application Support',
];

const ROOT = join(import.meta.dirname, '..');

describe('words of the command line and of reports', () => {
  it('stand in message catalogues, not in the code', () => {
    const found = ROOMS.flatMap(sourceFiles).flatMap((file) =>
      sentencesIn(file, readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it('are noticed in strings and templates, and code is left alone', () => {
    const planted = [
      "import { x } from './some file.ts';",
      "write('Could not read it');",
      'write(`${count} files were read`);',
      'write(`${count}${unit} `);',
      "write('utf8', 'exit-code', 'no_color', ' · ');",
      '// nobody minds a comment',
      "throw new Error('our own fault');",
    ].join('\n');
    expect(sentencesIn('cli/planted.ts', planted)).toEqual([
      'cli/planted.ts:2 Could not read it',
      'cli/planted.ts:3  files were read',
    ]);
  });
});

/** Two or more words of letters, parted by a space. */
const SENTENCE = /\p{L}{2,} \p{L}{2,}/u;

function sentencesIn(file: string, source: string): readonly string[] {
  const tree = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // The words of a plain Error are for a stack trace: it is a fault of ours.
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || isError(node)) return;
    const text =
      ts.isStringLiteralLike(node) || isTemplatePart(node) || ts.isJsxText(node) ? node.text : undefined;
    if (text !== undefined && SENTENCE.test(text) && !ALLOWED.includes(text)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push(`${file}:${line + 1} ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isError(node: ts.Node): boolean {
  return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Error';
}

function isTemplatePart(node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

/** Message catalogues lie in `locales`; tests may say what they like. */
function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'locales' ? [] : sourceFiles(path);
    return /(?<!\.test|\.d)\.tsx?$/u.test(entry.name) ? [path] : [];
  });
}
