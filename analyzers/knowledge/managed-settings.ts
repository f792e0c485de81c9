import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** From the top, with a dot before each name, and `[]` behind a list whose elements have names. */
  key: z.string(),
  /** `any`: what is in it is not known. */
  type: z.enum(['string', 'boolean', 'integer', 'count', 'strings', 'any']),
  /** What a string may be; anything where left out. */
  values: z.array(z.string()).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});

export type ManagedSetting = z.infer<typeof row>;

type Rows = readonly ManagedSetting[];

const SOURCE = 'preferences';
const SWITCH = ['enabled', 'disabled'];
const MERGE = ['merge', 'admin_only'];

function oneOf(section: string, values: readonly string[], ...names: readonly string[]): Rows {
  return names.map((name) => ({
    key: `${section}.${name}`,
    type: 'string',
    values: [...values],
    source: SOURCE,
  }));
}

function typed(section: string, type: ManagedSetting['type'], ...names: readonly string[]): Rows {
  return names.map((name) => ({ key: `${section}.${name}`, type, source: SOURCE }));
}

function count(key: string, type: 'integer' | 'count', min: number, max: number): Rows {
  return [{ key, type, min, max, source: SOURCE }];
}

/** Keys that the document does not hold and that are met on hosts in order. */
function met(type: ManagedSetting['type'], ...keys: readonly string[]): Rows {
  return keys.map((key) => ({ key, type, source: 'experience' }));
}

const ENTRY = ['$type', 'path', 'extension', 'name'];
const SENSORS = 'features.supplementarySensorConfigurations';

/** Settings that mdatp_managed.json may hold. */
export const managedSettings = defineKnowledge({
  name: 'managed-settings',
  describes: 'Keys, types and values of the managed settings',
  sources: {
    preferences: { document: 'linux-preferences', date: '2026-08' },
    experience: { document: 'Met on hosts', date: '2026-11' },
  },
  row,
  rows: [
    ...oneOf('antivirusEngine', ['real_time', 'on_demand', 'passive'], 'enforcementLevel'),
    ...oneOf('antivirusEngine', SWITCH, 'behaviorMonitoring', 'offlineDefinitionUpdate'),
    ...oneOf('antivirusEngine', MERGE, 'exclusionsMergePolicy', 'threatTypeSettingsMergePolicy'),
    ...oneOf('antivirusEngine', ['unmute', 'mute'], 'nonExecMountPolicy'),
    ...typed('antivirusEngine', 'boolean', 'scanAfterDefinitionUpdate', 'scanArchives'),
    ...typed('antivirusEngine', 'boolean', 'enableFileHashComputation', 'scanNetworkSocketEvent'),
    ...typed('antivirusEngine', 'boolean', 'scanFileModifyPermissions', 'scanFileModifyOwnership'),
    ...typed('antivirusEngine', 'boolean', 'offlineDefinitionUpdateFallbackToCloud'),
    ...typed('antivirusEngine', 'strings', 'unmonitoredFilesystems', 'allowedThreats'),
    ...typed('antivirusEngine', 'strings', 'disallowedThreatActions'),
    ...typed('antivirusEngine', 'string', 'offlineDefinitionUpdateUrl'),
    ...count('antivirusEngine.maximumOnDemandScanThreads', 'integer', 1, 64),
    ...count('antivirusEngine.scanResultsRetentionDays', 'count', 1, 180),
    ...count('antivirusEngine.scanHistoryMaximumItems', 'count', 5000, 15_000),
    ...typed('antivirusEngine.threatTypeSettings[]', 'string', 'key'),
    ...oneOf('antivirusEngine.threatTypeSettings[]', ['audit', 'block', 'off'], 'value'),
    ...typed('antivirusEngine.exclusions[]', 'string', ...ENTRY),
    ...typed('antivirusEngine.exclusions[]', 'boolean', 'isDirectory'),
    ...met('strings', 'antivirusEngine.exclusions[].scopes'),
    ...met('boolean', 'antivirusEngine.enableRealTimeProtection', 'antivirusEngine.passiveMode'),
    ...typed('exclusionSettings.exclusions[]', 'string', ...ENTRY),
    ...typed('exclusionSettings.exclusions[]', 'boolean', 'isDirectory'),
    ...typed('exclusionSettings.exclusions[]', 'strings', 'scopes'),
    ...oneOf('exclusionSettings', MERGE, 'mergePolicy'),
    ...typed('cloudService', 'boolean', 'enabled', 'automaticDefinitionUpdateEnabled'),
    ...oneOf('cloudService', ['optional', 'required'], 'diagnosticLevel'),
    ...oneOf(
      'cloudService',
      ['normal', 'moderate', 'high', 'high_plus', 'zero_tolerance'],
      'cloudBlockLevel',
    ),
    ...oneOf('cloudService', ['none', 'safe', 'all'], 'automaticSampleSubmissionConsent'),
    ...typed('cloudService', 'count', 'definitionUpdatesInterval'),
    ...typed('cloudService', 'string', 'proxy'),
    ...oneOf('features', SWITCH, 'ebpfSupplementaryEventProvider', 'moduleLoad', 'sendLowfiEvents'),
    ...oneOf('features', SWITCH, 'offlineDefinitionUpdateVerifySig', 'remediateInfectedFile'),
    ...oneOf(SENSORS, SWITCH, 'enableFilePermissionEvents', 'enableFileOwnershipEvents'),
    ...oneOf(SENSORS, SWITCH, 'enableRawSocketEvent', 'enableBootLoaderCalls', 'enableProcessCalls'),
    ...oneOf(SENSORS, SWITCH, 'enablePseudofsCalls', 'enableEbpfModuleLoadEvents'),
    ...oneOf('networkProtection', ['disabled', 'audit', 'block'], 'enforcementLevel'),
    ...typed('networkProtection', 'boolean', 'disableIcmpInspection'),
    ...typed('edr', 'string', 'groupIds'),
    ...typed('edr.tags[]', 'string', 'key', 'value'),
    ...met('any', 'edr.earlyPreview', 'scheduledScan'),
  ],
});
