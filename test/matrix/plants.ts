import type { KindId } from '../../facts/kinds.ts';
import type { SampleFile, SampleFiles } from '../harness/pack-sample.ts';

/** A change of the files of a healthy bundle. Throws where it finds nothing to change: the sample has moved on. */
export type Edit = (files: SampleFiles) => SampleFiles;

/** One fault, planted alone into the healthy bundle of each kind that can show it. */
export interface Plant {
  /** Id of the analyzer that must find it. */
  readonly analyzer: string;
  /** Tells several plants of one analyzer apart. */
  readonly name?: string;
  /** How the fault gets in, for each kind. */
  readonly in: Partial<Readonly<Record<KindId, readonly Edit[]>>>;
  /** Support profile to judge by, where the fault is one in that profile alone. */
  readonly profile?: string;
  /** Findings of the analyzer that the fault makes; one where left out. */
  readonly findings?: number;
  /** Other analyzers that must speak too, since the fault is theirs as well; for all kinds, or kind by kind. */
  readonly consequences?: Consequences;
}

export type Consequences = readonly string[] | Partial<Readonly<Record<KindId, readonly string[]>>>;

export function consequencesIn({ consequences = [] }: Plant, kind: KindId): readonly string[] {
  // Array.isArray alone does not tell readonly arrays.
  return isList(consequences) ? consequences : (consequences[kind] ?? []);
}

function isList(consequences: Consequences): consequences is readonly string[] {
  return Array.isArray(consequences);
}

/** The same edits in each kind, at the place where the kind keeps the thing. */
export function inEach(
  places: Partial<Readonly<Record<KindId, string>>>,
  ...edits: readonly ((path: string) => Edit)[]
): Plant['in'] {
  return Object.fromEntries(
    Object.entries(places).map(([kind, path]) => [kind, edits.map((edit) => edit(path))]),
  );
}

/** A text that stands once in the file becomes another. */
export function replaceText(path: string, from: string, to: string): Edit {
  return changed(path, (text) => {
    if (text.split(from).length !== 2) throw new Error(`${path} does not hold once: ${from}`);
    return text.replace(from, () => to);
  });
}

/** Every occurrence of a text becomes another. */
export function replaceEvery(path: string, from: string, to: string): Edit {
  return changed(path, (text) => {
    if (!text.includes(from)) throw new Error(`${path} does not hold: ${from}`);
    return text.replaceAll(from, () => to);
  });
}

/** The one line that holds a text or fits a pattern becomes another line, or none where that is undefined. */
export function replaceLine(path: string, holds: string | RegExp, line: string | undefined): Edit {
  return changed(path, (text) => {
    const lines = text.split('\n');
    const at = lineOf(path, lines, holds);
    return [...lines.slice(0, at), ...(line === undefined ? [] : [line]), ...lines.slice(at + 1)].join('\n');
  });
}

/** No line that fits a pattern is left; there was at least one. */
export function removeEveryLine(path: string, fits: RegExp): Edit {
  return changed(path, (text) => {
    const lines = text.split('\n');
    const kept = lines.filter((line) => !fits.test(line));
    if (kept.length === lines.length) throw new Error(`${path} holds no line with: ${String(fits)}`);
    return kept.join('\n');
  });
}

/** Lines behind the one line that holds a text or fits a pattern. */
export function addAfter(path: string, holds: string | RegExp, ...added: readonly string[]): Edit {
  return changed(path, (text) => {
    const lines = text.split('\n');
    const at = lineOf(path, lines, holds);
    return [...lines.slice(0, at + 1), ...added, ...lines.slice(at + 1)].join('\n');
  });
}

/** Lines at the end of the file. */
export function addLines(path: string, ...lines: readonly string[]): Edit {
  return changed(path, (text) => `${text.replace(/\n$/u, '')}\n${lines.join('\n')}\n`);
}

/** A file that is not there yet. */
export function addFile(path: string, content: string, modified?: Date): Edit {
  return (files) => {
    if (files.has(path)) throw new Error(`${path} is there already`);
    return new Map([...files, [path, { content, ...(modified ? { modified } : {}) }]]);
  };
}

/** Another content of a file that is there. */
export function replaceFile(path: string, content: string): Edit {
  return changed(path, () => content);
}

export function removeFile(path: string): Edit {
  return (files) => {
    fileAt(files, path);
    return new Map([...files].filter(([one]) => one !== path));
  };
}

function changed(path: string, change: (text: string) => string): Edit {
  return (files) => {
    const { content = '', ...rest } = fileAt(files, path);
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    return new Map([...files, [path, { ...rest, content: change(text) }]]);
  };
}

function fileAt(files: SampleFiles, path: string): SampleFile {
  const file = files.get(path);
  if (!file) throw new Error(`There is no ${path}`);
  return file;
}

function lineOf(path: string, lines: readonly string[], holds: string | RegExp): number {
  const fits = (line: string): boolean =>
    typeof holds === 'string' ? line.includes(holds) : holds.test(line);
  const found = lines.flatMap((line, at) => (fits(line) ? [at] : []));
  const [at] = found;
  if (at === undefined || found.length > 1)
    throw new Error(`${path} holds ${found.length} lines with: ${String(holds)}`);
  return at;
}
