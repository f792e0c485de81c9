import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { booleanAt, memberAt, numberAt, stringAt, type JsonNode } from '../json-lines.ts';
import { managedFile } from './managed-file.ts';
import { mergeManaged } from './merge-managed.ts';
import { portalFile } from './portal-file.ts';

export interface ManagedConfig {
  /** What is wrong with the JSON of either file and where; the agent then takes none of its settings. */
  readonly syntaxError: Located<string> | undefined;
  /** The settings in force, from both files. */
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

/** The settings that management hands to the agent, by a file or by the portal. */
export const managedConfig = derivedFact({
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
  needs: { file: optional(managedFile), portal: optional(portalFile) },
  derive({ file, portal }): ManagedConfig {
    const root = mergeManaged(file?.root, portal?.root);
    if (!root) throw new NotCollectedError('neither mdatp_managed.json nor settings of the portal are there');
    return { syntaxError: file?.syntaxError ?? portal?.syntaxError, ...settingsIn(root) };
  },
});

function settingsIn(root: JsonNode): Omit<ManagedConfig, 'syntaxError'> {
  return {
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

/** The strings of an array, each on its own line; of a single string that one. */
export function stringsOf(node: JsonNode | undefined): readonly Located<string>[] {
  const nodes = node?.kind === 'array' ? node.items : node ? [node] : [];
  return nodes.flatMap((one) =>
    one.kind === 'scalar' && typeof one.value === 'string' ? [{ value: one.value, at: one.at }] : [],
  );
}
