import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { memberAt, readJson, type JsonNode } from '../json-lines.ts';
import { stringsOf } from './managed-config.ts';

export type ExclusionKind = 'folder' | 'file' | 'extension' | 'process';

export interface Exclusion {
  readonly kind: ExclusionKind;
  readonly value: string;
  /** `epp`, `global`, `epp,global`, or empty where none is written. */
  readonly scope: string;
  readonly source: 'cli' | 'managed';
}

export interface ExclusionList {
  readonly exclusions: readonly Located<Exclusion>[];
}

/**
 * What `mdatp exclusion list` prints, as text or as JSON:
 *
 *   =====================================
 *   Excluded folder
 *   Path: "/srv/db/"
 *   Scope: ["epp"]
 *   ---
 *   Excluded process
 *   Process name: postgres
 */
export const exclusionList = textFact<ExclusionList>({
  name: 'mdatp.exclusion-list',
  describes: 'Exclusions that the agent reports',
  collect: { title: 'mdatp exclusion list', command: 'sudo mdatp exclusion list > exclusions.txt' },
  from: {
    'client-analyzer': 'exclusions.txt',
    plain: [
      'exclusions.txt',
      'exclusions.json',
      'mdatp_exclusion*',
      'mdatp-exclusion*',
      'exclusion_list.txt',
    ],
  },
  looksLike: (head) =>
    /^\s*Excluded (?:process|folder|file|extension)\s*$/mu.test(head) &&
    /^\s*(?:Process name|Path|Extension|File name|Name)\s*:/mu.test(head),
  parse(entry): ExclusionList {
    refuseFailedCommand(entry);
    const lines = entry.lines();
    const start = lines.findIndex(({ text }) => /^\s*[[{]/u.test(text));
    const exclusions = [...textExclusions(lines)];
    if (exclusions.length === 0 && start >= 0) exclusions.push(...jsonExclusions(lines.slice(start)));
    if (exclusions.length === 0) requireEmptyList(entry, start >= 0);
    return { exclusions };
  },
});

// Excluded process
const HEADER = /^\s*Excluded (?<kind>process|folder|directory|file extension|file|extension)\s*:?\s*$/iu;
// Path: "/srv/db/" · Process name: postgres · Scope: ["epp","global"]
const PROPERTY =
  /^\s*(?<key>Process name|Process path|Path|Extension|File name|Name|Scopes?)\s*:\s*(?<value>\S.*)$/iu;

function textExclusions(lines: readonly Line[]): readonly Located<Exclusion>[] {
  const found: { value: Exclusion; at: Line['at'] }[] = [];
  let kind: ExclusionKind | undefined;
  let current: { value: Exclusion; at: Line['at'] } | undefined;
  for (const { text, at } of lines) {
    const header = HEADER.exec(text)?.groups?.['kind'];
    if (header) {
      kind = kindOf(header);
      current = undefined;
    }
    const { key = '', value = '' } = PROPERTY.exec(text)?.groups ?? {};
    if (/^scopes?$/iu.test(key)) {
      if (current) current.value = { ...current.value, scope: scopeOf(value) };
    } else if (key && kind) {
      current = { value: { kind, value: unquoted(value), scope: '', source: 'cli' }, at };
      found.push(current);
    }
  }
  return found;
}

/** The kind that a word of the text, of the JSON, or of the managed settings names. */
export function kindOf(word: string): ExclusionKind | undefined {
  if (/process|filename/iu.test(word)) return 'process';
  if (/extension/iu.test(word)) return 'extension';
  if (/folder|director/iu.test(word)) return 'folder';
  return /file|path/iu.test(word) ? 'file' : undefined;
}

function scopeOf(text: string): string {
  return ['epp', 'global'].filter((scope) => new RegExp(`\\b${scope}\\b`, 'iu').test(text)).join(',');
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"')
    ? trimmed.slice(1, -1)
    : trimmed;
}

function jsonExclusions(lines: readonly Line[]): readonly Located<Exclusion>[] {
  const { root } = readJson(lines, { trailing: true });
  const inner = memberAt(root, 'exclusions')?.value ?? root;
  return inner?.kind === 'array' ? exclusionsOf(inner, 'cli') : [];
}

/** The exclusions of a JSON array: `{"$type": "excludedPath", "isDirectory": true, "path": "/srv/db"}`. */
export function exclusionsOf(array: JsonNode, source: Exclusion['source']): readonly Located<Exclusion>[] {
  const items = array.kind === 'array' ? array.items : [];
  return items.flatMap((item) => {
    const member = ['path', 'extension', 'name']
      .map((key) => memberAt(item, key))
      .find((one) => one !== undefined);
    const type = memberAt(item, '$type')?.value;
    if (member?.value.kind !== 'scalar' || typeof member.value.value !== 'string') return [];
    const word =
      type?.kind === 'scalar'
        ? String(type.value)
        : { path: 'path', extension: 'extension', name: 'filename' }[member.key];
    const directory = memberAt(item, 'isDirectory')?.value;
    const isFolder = directory?.kind === 'scalar' && directory.value === true;
    const kind = kindOf(word ?? '') ?? 'file';
    const scopes = memberAt(item, 'scopes') ?? memberAt(item, 'scope');
    const scope = scopeOf(
      stringsOf(scopes?.value)
        .map(({ value }) => value)
        .join(','),
    );
    const value: Exclusion = {
      kind: kind === 'file' && isFolder ? 'folder' : kind,
      value: member.value.value,
      scope,
      source,
    };
    return [{ value, at: member.at }];
  });
}

/** An empty list says so; anything else is no list. */
function requireEmptyList(entry: TextEntry, isJson: boolean): void {
  const lines = entry.lines();
  if (isJson || lines.some(({ text }) => /no exclusions/iu.test(text))) return;
  const complaint = lines.find(({ text }) => /could not connect|cannot connect|^error/iu.test(text));
  if (complaint) throw new NotCollectedError(`${entry.path} says: ${complaint.text.trim().slice(0, 200)}`);
  throw new UnreadableError(`${entry.path} lists no exclusions`);
}
