import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  type Located,
  type Severity,
  type Threshold,
} from '../../engine/api/index.ts';
import { health, type Health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { agedDefinitions, oldDefinitions, veryOldDefinitions } from './thresholds.ts';

/** Oldest first. */
const AGES: readonly { readonly from: Threshold; readonly severity: Severity }[] = [
  { from: veryOldDefinitions, severity: 'high' },
  { from: oldDefinitions, severity: 'medium' },
  { from: agedDefinitions, severity: 'low' },
];

const IN_ORDER = ['up_to_date', 'updating'];

export const outdatedDefinitions = defineAnalyzer({
  id: 'health/outdated-definitions',
  title: 'Outdated definitions',
  why: 'Malware that became known after the last update is not recognised.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { health },
  messages: {
    status: 'The agent gives {status} as the state of its definitions',
    age: 'The definitions are {hours} hours old',
  },
  remediation: {
    steps: [
      'Update the definitions by hand and read what the command answers.',
      'Test the connection where the update fails.',
      'Check that automatic updates are on.',
    ],
    commands: [
      { command: 'mdatp definitions update', risk: 'changes-host' },
      { command: 'mdatp connectivity test', risk: 'safe' },
      { command: 'mdatp health --details definitions', risk: 'safe' },
    ],
    links: [links.healthStatus, links.connectivityTest, links.automaticUpdates],
  },
  sources: [{ document: 'health-status', date: '2025-01' }],
  because: [
    { of: 'connectivity/dns-failure' },
    { of: 'connectivity/unreachable-endpoints' },
    { of: 'connectivity/ssl-inspection' },
    { of: 'connectivity/authenticated-proxy' },
    { of: 'health/not-onboarded' },
    { of: 'health/automatic-definitions-off' },
    { of: 'health/failed-definition-update' },
    { of: 'health/misconfigured-offline-update' },
    { of: 'health/engine-not-loaded' },
    { of: 'sizing/var-nearly-full' },
    { of: 'sizing/inodes-exhausted' },
    { of: 'filesystem/remounted-read-only' },
  ],

  evaluate({ health: found }, { collectedAt, threshold }) {
    const { definitions_status: status } = found;
    const age = ageOf(found, collectedAt);
    const verdict = status && statusVerdict(status.value, found);
    if (status && verdict === 'fault') {
      const evidence = citeAll(age ? [status, age] : [status]);
      const params = { status: status.value };
      return [{ message: 'status', params, evidence, subject: 'definitions', identity: [status.value] }];
    }
    if (!age) {
      return verdict === 'in order'
        ? []
        : cannotTell('The health tells neither state nor age of definitions.');
    }
    const grade = AGES.find(({ from }) => age.value > threshold(from) * 60);
    if (!grade) return verdict === 'unknown' ? cannotTell(UNKNOWN) : [];
    const params = { hours: Math.floor(age.value / 60) };
    const evidence = citeAll(status ? [age, status] : [age]);
    return [
      { message: 'age', params, evidence, severity: grade.severity, subject: 'definitions', identity: [] },
    ];
  },
});

const UNKNOWN = 'The definitions have no state, and whether the engine is in use is not in the health.';

/** An engine that is not loaded, as in passive or on-demand mode between scans, knows no state of definitions. */
function statusVerdict(
  status: string,
  { real_time_protection_enabled: realTime, engine_load_status: engine }: Health,
): 'in order' | 'fault' | 'unknown' {
  if (IN_ORDER.includes(status)) return 'in order';
  if (status !== 'unavailable') return 'fault';
  if (realTime?.value === true || engine?.value === 'Engine load succeeded') return 'fault';
  return realTime?.value === false ? 'in order' : 'unknown';
}

/** Minutes since the last update, as the agent counts them or else up to the collection. */
function ageOf(found: Health, collectedAt: Date | undefined): Located<number> | undefined {
  const { definitions_updated_minutes_ago: minutes, definitions_updated: updated } = found;
  if (minutes || !updated || !collectedAt) return minutes;
  return { value: (collectedAt.getTime() - Date.parse(updated.value)) / 60_000, at: updated.at };
}
