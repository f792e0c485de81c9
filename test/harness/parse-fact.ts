import type { Fact, Problem, TextEntry } from '../../engine/api/index.ts';
import { textEntry } from '../../engine/text/text-entry.ts';

/** A file as a parser sees it, made of a text. */
export function fileOf(path: string, text: string): TextEntry {
  return textEntry({ path, bytes: new TextEncoder().encode(text), cut: false });
}

/** Runs the parser of a text fact over one text (path `file`), or of a texts fact over several. */
export function parseFact<Value>(
  fact: Fact<Value>,
  input: string | Readonly<Record<string, string>>,
): { readonly value: Value; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const note = (problem: Problem): void => void problems.push(problem);
  const files =
    typeof input === 'string'
      ? [fileOf('file', input)]
      : Object.entries(input).map(([path, text]) => fileOf(path, text));
  if (fact.plan.kind === 'texts') return { value: fact.plan.parse(files, note), problems };
  if (fact.plan.kind !== 'text') throw new Error(`${fact.name} is no text fact`);
  const [file] = files;
  if (!file) throw new Error('no file given');
  return { value: fact.plan.parse(file, note), problems };
}
