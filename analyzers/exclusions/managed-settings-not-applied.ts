import { cite, defineAnalyzer, type Located } from '../../engine/api/index.ts';
import { stringAt } from '../../facts/json-lines.ts';
import { health, type Health } from '../../facts/mdatp/health.ts';
import { managedConfig, type ManagedConfig } from '../../facts/mdatp/managed-config.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { handWritten, isHandWritten } from './hand-written.ts';

export const managedSettingsNotApplied = defineAnalyzer({
  id: 'exclusions/managed-settings-not-applied',
  title: 'Managed settings that are not in force',
  why: 'The host is protected otherwise than its management believes.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent, handWritten],
  needs: { managed: managedConfig, health },
  messages: {
    differs: 'mdatp_managed.json sets {setting} to {wanted}, and the agent reports {field} {actual}',
  },
  remediation: {
    steps: [
      'Check that the file lies in its place, is valid JSON, and belongs to root with mode 0644.',
      'Restart the agent, and look whether the health marks the setting as managed.',
    ],
    commands: [
      { command: 'python3 -m json.tool /etc/opt/microsoft/mdatp/managed/mdatp_managed.json', risk: 'safe' },
      { command: 'mdatp health', risk: 'safe' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.preferences],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],
  because: [{ of: 'exclusions/invalid-managed-json' }, { of: 'exclusions/unreadable-managed-json' }],

  evaluate({ managed, health: state }) {
    const marked = new Set(state.managed.map(({ value }) => value));
    return pairsOf(managed, state).flatMap(({ setting, wanted, field, expected, actual }) => {
      if (!wanted || !isHandWritten(wanted)) return [];
      if (!actual || actual.value === expected || marked.has(field)) return [];
      const params = { setting, wanted: `${wanted.value}`, field, actual: `${actual.value}` };
      const evidence = [cite(wanted), cite(actual, 'conflicts-with')] as const;
      return [{ message: 'differs' as const, params, evidence, subject: setting, identity: [setting] }];
    });
  },
});

type Value = Located<boolean> | Located<string>;

interface Pair {
  readonly setting: string;
  readonly wanted: Value | undefined;
  readonly field: string;
  /** What the agent must report where the setting is in force. */
  readonly expected: boolean | string | undefined;
  readonly actual: Value | undefined;
}

/** The settings that the health gives back. */
function pairsOf(managed: ManagedConfig, state: Health): readonly Pair[] {
  const { cloudEnabled, automaticDefinitionUpdateEnabled: updates, enforcementLevel: level } = managed;
  const samples = stringAt(managed.root, 'cloudService', 'automaticSampleSubmissionConsent');
  return [
    {
      setting: 'cloudService.enabled',
      wanted: cloudEnabled,
      field: 'cloud_enabled',
      expected: cloudEnabled?.value,
      actual: state.cloud_enabled,
    },
    {
      setting: 'cloudService.automaticSampleSubmissionConsent',
      wanted: samples,
      field: 'cloud_automatic_sample_submission_consent',
      expected: samples?.value,
      actual: state.cloud_automatic_sample_submission_consent,
    },
    {
      setting: 'cloudService.automaticDefinitionUpdateEnabled',
      wanted: updates,
      field: 'automatic_definition_update_enabled',
      expected: updates?.value,
      actual: state.automatic_definition_update_enabled,
    },
    {
      setting: 'antivirusEngine.enforcementLevel',
      wanted: level,
      field: 'passive_mode_enabled',
      expected: level?.value === 'passive',
      actual: state.passive_mode_enabled,
    },
  ];
}
