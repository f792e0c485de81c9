import {
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { readJson, type JsonNode } from '../json-lines.ts';
import { hostFile, places } from '../places.ts';
import { jsonOfBlock } from './config-blocks.ts';

export interface ManagedFile {
  /** What is wrong with the JSON and where; the agent then takes none of the settings. */
  readonly syntaxError: Located<string> | undefined;
  /** All that could be read, duplicates of keys included. */
  readonly root: JsonNode;
}

/**
 * The settings that somebody wrote for the agent; a setting stands on the line of its key:
 *
 *   { "antivirusEngine": { "enforcementLevel": "real_time" }, "cloudService": { "enabled": true } }
 */
export const managedFile = textFact<ManagedFile>({
  name: 'mdatp.managed-file',
  describes: 'Settings written for the agent in mdatp_managed.json',
  collect: {
    title: 'mdatp_managed.json',
    command: 'sudo cat /etc/opt/microsoft/mdatp/managed/mdatp_managed.json > mdatp_managed.json',
  },
  fields: { syntaxError: { type: 'string', describes: 'What is wrong with the JSON' } },
  view: { kind: 'fields', title: 'mdatp_managed.json' },
  from: places(hostFile('etc/opt/microsoft/mdatp/managed/mdatp_managed.json'), {
    'client-analyzer': ['mdatp_managed.json', 'mdatp_config.txt'],
    plain: 'mdatp_config.txt',
  }),
  looksLike: (head) => /^\s*\{/u.test(head) && new Set(head.match(SECTION)).size >= 2,
  parse: readManagedFile,
});

// "antivirusEngine": {
const SECTION =
  /^\s{0,8}"(?:antivirusEngine|cloudService|edr|exclusionSettings|networkProtection)"\s*:\s*\{/gmu;

export function readManagedFile(entry: TextEntry, note: Note): ManagedFile {
  refuseFailedCommand(entry);
  const lines = jsonOfBlock(entry, 'MANAGED CONFIGURATIONS');
  const { root: read, error } = readJson(lines, { trailing: lines.length < entry.lines().length });
  const root = read ?? emptyObject(lines);
  if (!root) throw new UnreadableError(`${entry.path} is no JSON: ${error?.detail ?? 'no value'}`);
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  return {
    syntaxError:
      error && !entry.cut ? { value: `${error.detail} (column ${error.column})`, at: error.at } : undefined,
    root,
  };
}

/** Settings that cannot be read from their beginning, for a remark in front of them; undefined where there are none. */
function emptyObject(lines: readonly Line[]): JsonNode | undefined {
  const brace = lines.find(({ text }) => /^\s*\{/u.test(text));
  return brace && { kind: 'object', at: brace.at, members: [] };
}
