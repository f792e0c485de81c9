import {
  cannotTell,
  cite,
  citeAll,
  defineAnalyzer,
  notApplicable,
  optional,
  type Located,
} from '../../engine/api/index.ts';
import { definitions, type Definitions } from '../../facts/mdatp/definitions.ts';
import { health, type Health } from '../../facts/mdatp/health.ts';
import { managedConfig, type ManagedConfig } from '../../facts/mdatp/managed-config.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const misconfiguredOfflineUpdate = defineAnalyzer({
  id: 'health/misconfigured-offline-update',
  title: 'Offline update of definitions set up wrongly',
  why: 'Definitions are expected from an own source and do not come from there.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { managed: optional(managedConfig), definitions: optional(definitions), health: optional(health) },
  messages: {
    noUrl: 'Offline update is enabled without a source: offlineDefinitionUpdateUrl is {value}',
    archFolder: 'The source {url} names the folder of one architecture; the agent adds that itself',
    automaticOff: 'Offline update is enabled while automatic updates of definitions are off',
    notRealTime: 'Offline update is enabled while the antivirus is not in real-time mode',
    otherSource: 'Definitions last came from {source}, not from {url}, and the cloud is no fallback',
  },
  remediation: {
    steps: [
      'Set offlineDefinitionUpdateUrl to the folder of the ring on the mirror, or to an absolute path on the host.',
      'Set automaticDefinitionUpdateEnabled to true and enforcementLevel to real_time in the same file.',
      'Update by hand and look at definitions_update_source_uri again.',
    ],
    commands: [
      { command: 'mdatp health --details definitions', risk: 'safe' },
      { command: 'mdatp definitions update', risk: 'changes-host' },
    ],
    links: [links.offlineUpdate],
  },
  sources: [{ document: 'linux-support-offline-security-intelligence-update', date: '2025-01' }],

  evaluate({ managed, definitions: state, health: found }) {
    if (!managed && !state)
      return cannotTell('Neither managed settings nor details of definitions are there.');
    const enabled = switchOf(managed, state);
    if (enabled?.value !== 'enabled') return notApplicable('Definitions do not come from an own source.');
    return [
      ...urlDrafts(managed?.offlineDefinitionUpdateUrl ?? state?.offline_definition_url_configured, {
        enabled,
        // Managed settings without the key mean that there is none; details may just not print it.
        told: managed?.offlineDefinitionUpdate !== undefined,
      }),
      ...modeDrafts(enabled, managed, { state, found }),
      ...sourceDrafts(managed, state),
    ];
  },
});

/** The details say what is in force; the managed settings what is asked for. */
function switchOf(
  managed: ManagedConfig | undefined,
  state: Definitions | undefined,
): Located<string> | undefined {
  return managed?.offlineDefinitionUpdate ?? state?.offline_definition_update;
}

function urlDrafts(
  url: Located<string> | undefined,
  { enabled, told }: { readonly enabled: Located<string>; readonly told: boolean },
) {
  const text = url?.value.trim() ?? '';
  if (text === '' || text === 'unavailable') {
    if (!url && !told) return [];
    const evidence = citeAll(url ? [url, enabled] : [enabled]);
    const value = !url ? 'missing' : text === '' ? 'empty' : text;
    return [{ message: 'noUrl' as const, params: { value }, evidence, identity: [] }];
  }
  // http://192.0.2.7:8000/linux/production/arch_x86_64/
  if (!url || !/(?:^|\/)arch_[a-z0-9_]+/iu.test(text)) return [];
  return [
    { message: 'archFolder' as const, params: { url: text }, evidence: [cite(url)] as const, identity: [] },
  ];
}

function modeDrafts(
  enabled: Located<string>,
  managed: ManagedConfig | undefined,
  { state, found }: { readonly state: Definitions | undefined; readonly found: Health | undefined },
) {
  const automatic = [
    managed?.automaticDefinitionUpdateEnabled,
    state?.automatic_definition_update_enabled,
    found?.automatic_definition_update_enabled,
  ].find((one) => one?.value === false);
  const level = managed?.enforcementLevel;
  const passive = found?.passive_mode_enabled?.value ? found.passive_mode_enabled : undefined;
  const mode = level ? (level.value === 'real_time' ? undefined : level) : passive;
  return [
    ...(automatic
      ? [{ message: 'automaticOff' as const, evidence: citeAll([automatic, enabled]), identity: [] }]
      : []),
    ...(mode ? [{ message: 'notRealTime' as const, evidence: citeAll([mode, enabled]), identity: [] }] : []),
  ];
}

// https://go.microsoft.com/fwlink/?linkid=2144709: what is printed until the first update from the own source
const CLOUD = /^https:\/\/go\.microsoft\.com\//u;

function sourceDrafts(managed: ManagedConfig | undefined, state: Definitions | undefined) {
  const url = managed?.offlineDefinitionUpdateUrl ?? state?.offline_definition_url_configured;
  const source = state?.definitions_update_source_uri;
  const fallback =
    state?.offline_definition_update_fallback_to_cloud ?? managed?.offlineDefinitionUpdateFallbackToCloud;
  if (!url || !source || fallback?.value !== false) return [];
  const [wanted, actual] = [withoutSlash(url.value), withoutSlash(source.value)];
  if (wanted === '' || actual === '' || actual === 'unavailable' || actual.startsWith(wanted)) return [];
  if (CLOUD.test(actual) && (state.definitions_update_fail_reason?.value ?? '') === '') return [];
  return [
    {
      message: 'otherSource' as const,
      params: { source: source.value, url: url.value },
      evidence: citeAll([source, url, fallback]),
      severity: 'low' as const,
      confidence: 'possible' as const,
      identity: [],
    },
  ];
}

function withoutSlash(url: string): string {
  return url.trim().toLowerCase().replace(/\/$/u, '');
}
