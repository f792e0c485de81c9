import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';

import type { MistakeAt, RuleMistake, RulePath } from './rule-mistake.ts';

/** A rule or a list is a page; a file of this size is none, and reading it would cost time. */
export const MAX_YAML_BYTES = 256 * 1024;
/** More than a person puts right at once; a binary file would give one for each of its bytes. */
const MAX_FAULTS = 100;
/** Deeper than any rule a person reads; keeps recursion shallow. */
const MAX_DEPTH = 100;

export type YamlRead =
  | { readonly ok: true; readonly value: unknown; locate(mistake: MistakeAt): RuleMistake }
  | { readonly ok: false; readonly mistakes: readonly RuleMistake[] };

/** Reads YAML as plain data: no anchors, no aliases, no tags, bounded in size and depth. */
export function readYaml(source: string, file: string): YamlRead {
  const bytes = Buffer.byteLength(source);
  if (bytes > MAX_YAML_BYTES) {
    const message = `the file has ${bytes} bytes; it may have at most ${MAX_YAML_BYTES}`;
    return { ok: false, mistakes: [{ file, line: 1, column: 1, message }] };
  }
  const counter = new LineCounter();
  const at = (offset: number, message: string): RuleMistake => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const document = parsed(source, counter);
  if (document === undefined) return { ok: false, mistakes: [at(0, tooDeep)] };
  const faults = [
    ...refusals(document).map(({ offset, message }) => at(offset, message)),
    ...document.errors.slice(0, MAX_FAULTS).map((error) => at(error.pos[0], `not YAML: ${error.message}`)),
  ];
  if (faults.length > 0) return { ok: false, mistakes: faults.slice(0, MAX_FAULTS) };
  return {
    ok: true,
    value: document.toJS() as unknown,
    locate: (mistake) => at(offsetOf(document, mistake), mistake.message),
  };
}

const tooDeep = `the file nests deeper than ${MAX_DEPTH} levels`;

/** `undefined` where the text nests so deeply that the parser runs out of stack. */
function parsed(source: string, lineCounter: LineCounter): Document | undefined {
  try {
    // Uniqueness of keys is checked below: the parser compares every key with every other.
    return parseDocument(source, { lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Refusal {
  readonly offset: number;
  readonly message: string;
}

function refusals(document: Document): readonly Refusal[] {
  const found: Refusal[] = [];
  visit(document, (_, node, path) => {
    if (path.length > 2 * MAX_DEPTH) {
      found.push({ offset: 0, message: tooDeep });
      return visit.BREAK;
    }
    if (isPair(node)) return undefined;
    const message = refusal(node as Node | null);
    if (message !== undefined) found.push({ offset: rangeStart(node) ?? 0, message });
    if (isMap(node)) found.push(...badKeys(node));
    return undefined;
  });
  return found;
}

function refusal(node: Node | null): string | undefined {
  if (node === null) return undefined;
  if (isAlias(node)) return `found the alias *${node.source}; write the value out instead`;
  if ('anchor' in node && node.anchor !== undefined) {
    return `found the anchor &${node.anchor}; write the value out where it is used`;
  }
  const explicit = (isScalar(node) || isMap(node) || isSeq(node)) && node.tag;
  return explicit ? `found the tag ${explicit}; tags are not read` : undefined;
}

function badKeys(map: YAMLMap): readonly Refusal[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    const offset = (key as Node | null)?.range?.[0] ?? map.range?.[0] ?? 0;
    if (!isScalar<string | number | boolean | null>(key) || key.value === null)
      return [{ offset, message: 'found a key that is no word' }];
    const name = String(key.value);
    if (seen.has(name)) return [{ offset, message: `the key '${name}' stands here twice` }];
    seen.add(name);
    return [];
  });
}

/** Where the value (or its key) of a path begins; where it is missing, the nearest thing around it. */
function offsetOf(document: Document, { path, key }: MistakeAt): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node) ?? 0;
  for (const [index, part] of path.entries()) {
    const pair = pairOf(node, part);
    const next: unknown = pair
      ? pair.value
      : isSeq(node) && typeof part === 'number'
        ? node.items[part]
        : undefined;
    if (!pair && next === undefined) return offset;
    const wantsKey = key && index === path.length - 1;
    const keyStart = pair && rangeStart(pair.key);
    // A mistake about a part that is missing inside a mapping is best shown at the mapping's own key.
    offset = (wantsKey ? keyStart : (rangeStart(next) ?? keyStart)) ?? offset;
    node = next;
  }
  return offset;
}

function pairOf(node: unknown, part: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
}

function rangeStart(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

/** Makes a path readable: tests[0].files. */
export function pathText(path: RulePath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index ? `.${part}` : part))
    .join('');
}
