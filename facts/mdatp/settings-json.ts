import { UnreadableError, type Located, type Note, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { jsonText, readJson, type JsonNode } from '../json-lines.ts';
import { jsonOfBlock, type ConfigTitle } from './config-blocks.ts';

/** One setting by its path of keys, `cloudService.enabled`. */
export interface JsonSetting {
  readonly name: string;
  readonly value: string;
}

export interface SettingsJson {
  readonly root: JsonNode;
  readonly settings: readonly Located<JsonSetting>[];
}

/** How `settings` is declared in the fields of a fact. */
export const settingsField = {
  type: 'rows',
  describes: 'Settings by their keys',
  row: {
    name: { type: 'string', describes: 'Keys from the top' },
    value: { type: 'string', describes: 'Value as written' },
  },
} as const;

/** Settings beyond these are left to `root`. */
const MOST_SETTINGS = 2000;

/** A file of settings in JSON, alone or as a block of `mdatp_config.txt`. */
export function readSettings(entry: TextEntry, title: ConfigTitle, note: Note): SettingsJson {
  refuseFailedCommand(entry);
  const lines = jsonOfBlock(entry, title);
  const { root, error } = readJson(lines, { trailing: lines.length < entry.lines().length });
  if (root?.kind !== 'object')
    throw new UnreadableError(`${entry.path} is no JSON: ${error?.detail ?? 'no object'}`);
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  const settings: Located<JsonSetting>[] = [];
  collect(root, '', settings);
  return { root, settings };
}

function collect(node: JsonNode, path: string, into: Located<JsonSetting>[]): void {
  if (node.kind !== 'object') return;
  for (const { key, at, value } of node.members) {
    if (into.length >= MOST_SETTINGS) return;
    const name = path === '' ? key : `${path}.${key}`;
    if (value.kind === 'object') collect(value, name, into);
    else into.push({ value: { name, value: plainText(value) }, at });
  }
}

function plainText(node: JsonNode): string {
  return node.kind === 'scalar' ? String(node.value) : jsonText(node);
}
