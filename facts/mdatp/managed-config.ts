import {
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { jsonOfBlock } from './config-blocks.ts';
import { booleanAt, memberAt, numberAt, readJson, stringAt, type JsonNode } from '../json-lines.ts';
import { hostFile, places } from '../places.ts';

export interface ManagedConfig {
  /** What is wrong with the JSON and where; the agent then takes none of the settings. */
  readonly syntaxError: Located<string> | undefined;
  /** All that could be read, duplicates of keys included. */
  readonly root: JsonNode;
  readonly enforcementLevel: Located<string> | undefined;
  readonly passiveMode: Located<boolean> | undefined;
  readonly enableRealTimeProtection: Located<boolean> | undefined;
  readonly cloudEnabled: Located<boolean> | undefined;
  readonly cloudDiagnosticLevel: Located<string> | undefined;
  readonly proxy: Located<string> | undefined;
  readonly automaticDefinitionUpdateEnabled: Located<boolean> | undefined;
  readonly nonExecMountPolicy: Located<string> | undefined;
  readonly unmonitoredFilesystems: readonly Located<string>[];
  readonly enableFileHashComputation: Located<boolean> | undefined;
  readonly maximumOnDemandScanThreads: Located<number> | undefined;
  readonly ebpfSupplementaryEventProvider: Located<string> | undefined;
  readonly offlineDefinitionUpdate: Located<string> | undefined;
  readonly offlineDefinitionUpdateUrl: Located<string> | undefined;
  readonly offlineDefinitionUpdateFallbackToCloud: Located<boolean> | undefined;
  readonly offlineDefinitionUpdateVerifySig: Located<string> | undefined;
}

/**
 * The settings that management hands to the agent; a setting stands on the line of its key:
 *
 *   { "antivirusEngine": { "enforcementLevel": "real_time" }, "cloudService": { "enabled": true } }
 */
export const managedConfig = textFact<ManagedConfig>({
  name: 'mdatp.managed',
  describes: 'Settings handed to the agent by management',
  collect: {
    title: 'mdatp_managed.json',
    command: 'sudo cat /etc/opt/microsoft/mdatp/managed/mdatp_managed.json > mdatp_managed.json',
  },
  fields: {
    syntaxError: { type: 'string', describes: 'What is wrong with the JSON' },
    enforcementLevel: {
      type: 'string',
      describes: 'Mode of the antivirus',
      oneOf: ['real_time', 'on_demand', 'passive'],
    },
    passiveMode: { type: 'boolean', describes: 'Passive mode, as old agents set it' },
    enableRealTimeProtection: { type: 'boolean', describes: 'Real-time protection, as old agents set it' },
    cloudEnabled: { type: 'boolean', describes: 'Whether protection asks the cloud' },
    cloudDiagnosticLevel: {
      type: 'string',
      describes: 'Diagnostic data that is sent',
      oneOf: ['optional', 'required'],
    },
    proxy: { type: 'string', describes: 'Proxy of the agent' },
    automaticDefinitionUpdateEnabled: {
      type: 'boolean',
      describes: 'Whether definitions update by themselves',
    },
    nonExecMountPolicy: { type: 'string', describes: 'What of noexec mounts', oneOf: ['unmute', 'mute'] },
    unmonitoredFilesystems: { type: 'list', items: 'string', describes: 'File systems left out' },
    enableFileHashComputation: { type: 'boolean', describes: 'Whether each scanned file is hashed' },
    maximumOnDemandScanThreads: { type: 'number', describes: 'Threads of a scan on demand', unit: 'threads' },
    ebpfSupplementaryEventProvider: {
      type: 'string',
      describes: 'Whether events come by eBPF',
      oneOf: ['enabled', 'disabled'],
    },
    offlineDefinitionUpdate: {
      type: 'string',
      describes: 'Whether definitions come from an own source',
      oneOf: ['enabled', 'disabled'],
    },
    offlineDefinitionUpdateUrl: { type: 'string', describes: 'Own source of definitions' },
    offlineDefinitionUpdateFallbackToCloud: {
      type: 'boolean',
      describes: 'Whether the cloud stands in for the own source',
    },
    offlineDefinitionUpdateVerifySig: {
      type: 'string',
      describes: 'Whether signatures of the own source are checked',
      oneOf: ['enabled', 'disabled'],
    },
  },
  view: { kind: 'fields', title: 'Managed settings' },
  from: places(
    hostFile('etc/opt/microsoft/mdatp/managed/mdatp_managed.json'),
    { 'client-analyzer': ['mdatp_managed.json', 'mdatp_config.txt'], plain: 'mdatp_config.txt' },
    hostFile('etc/opt/microsoft/mdatp/managed/mdeattach_managed.json'),
  ),
  parse,
});

function parse(entry: TextEntry, note: Note): ManagedConfig {
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
    enforcementLevel: stringAt(root, 'antivirusEngine', 'enforcementLevel'),
    passiveMode: booleanAt(root, 'antivirusEngine', 'passiveMode'),
    enableRealTimeProtection: booleanAt(root, 'antivirusEngine', 'enableRealTimeProtection'),
    cloudEnabled: booleanAt(root, 'cloudService', 'enabled'),
    cloudDiagnosticLevel: stringAt(root, 'cloudService', 'diagnosticLevel'),
    proxy: stringAt(root, 'cloudService', 'proxy'),
    automaticDefinitionUpdateEnabled: booleanAt(root, 'cloudService', 'automaticDefinitionUpdateEnabled'),
    nonExecMountPolicy: stringAt(root, 'antivirusEngine', 'nonExecMountPolicy'),
    unmonitoredFilesystems: stringsOf(memberAt(root, 'antivirusEngine', 'unmonitoredFilesystems')?.value),
    enableFileHashComputation: booleanAt(root, 'antivirusEngine', 'enableFileHashComputation'),
    maximumOnDemandScanThreads: numberAt(root, 'antivirusEngine', 'maximumOnDemandScanThreads'),
    ebpfSupplementaryEventProvider: stringAt(root, 'features', 'ebpfSupplementaryEventProvider'),
    offlineDefinitionUpdate: stringAt(root, 'antivirusEngine', 'offlineDefinitionUpdate'),
    offlineDefinitionUpdateUrl: stringAt(root, 'antivirusEngine', 'offlineDefinitionUpdateUrl'),
    offlineDefinitionUpdateFallbackToCloud: booleanAt(
      root,
      'antivirusEngine',
      'offlineDefinitionUpdateFallbackToCloud',
    ),
    offlineDefinitionUpdateVerifySig: stringAt(root, 'features', 'offlineDefinitionUpdateVerifySig'),
  };
}

/** Settings that cannot be read from their beginning, for a remark in front of them; undefined where there are none. */
function emptyObject(lines: readonly Line[]): JsonNode | undefined {
  const brace = lines.find(({ text }) => /^\s*\{/u.test(text));
  return brace && { kind: 'object', at: brace.at, members: [] };
}

/** The strings of an array, each on its own line; of a single string that one. */
export function stringsOf(node: JsonNode | undefined): readonly Located<string>[] {
  const nodes = node?.kind === 'array' ? node.items : node ? [node] : [];
  return nodes.flatMap((one) =>
    one.kind === 'scalar' && typeof one.value === 'string' ? [{ value: one.value, at: one.at }] : [],
  );
}
