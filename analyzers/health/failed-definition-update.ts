import { cannotTell, cite, citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import { definitions } from '../../facts/mdatp/definitions.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { agedDefinitions } from './thresholds.ts';

/** Words that mean that nothing failed. */
const NOTHING = ['', 'unavailable', 'none', 'n/a', 'null'];
/** Characters of a reason that a sentence can bear. */
const MOST_CHARACTERS = 160;

export const failedDefinitionUpdate = defineAnalyzer({
  id: 'health/failed-definition-update',
  title: 'Failed update of the definitions',
  why: 'As long as updates fail, malware that became known since is not recognised.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { definitions },
  messages: { failed: 'The last update of the definitions failed: {reason}' },
  remediation: {
    steps: [
      'Follow the reason that the agent gives.',
      'Test the connection to the source of the definitions, the own one where one is configured.',
      'Update by hand and read what the command answers.',
    ],
    commands: [
      { command: 'mdatp health --details definitions', risk: 'safe' },
      { command: 'mdatp connectivity test', risk: 'safe' },
      { command: 'mdatp definitions update', risk: 'changes-host' },
    ],
    links: [links.offlineUpdateTrouble, links.connectivityTest],
  },
  sources: [{ document: 'linux-support-offline-security-intelligence-update', date: '2025-01' }],
  because: [
    { of: 'connectivity/unreachable-endpoints' },
    { of: 'connectivity/ssl-inspection' },
    { of: 'connectivity/authenticated-proxy' },
    { of: 'connectivity/anonymous-traffic-blocked' },
    { of: 'connectivity/dns-failure' },
    { of: 'connectivity/proxy-not-set-for-agent' },
    { of: 'connectivity/pac-or-wpad-proxy' },
    { of: 'connectivity/malformed-proxy' },
    { of: 'connectivity/mismatched-proxies' },
    { of: 'health/misconfigured-offline-update' },
    { of: 'health/not-onboarded' },
    { of: 'sizing/var-nearly-full' },
    { of: 'sizing/inodes-exhausted' },
    { of: 'filesystem/remounted-read-only' },
  ],

  evaluate({ definitions: found }, { threshold }) {
    const { definitions_update_fail_reason: reason, definitions_updated_minutes_ago: age } = found;
    if (!reason) return cannotTell('The details of the definitions do not name why an update failed.');
    const text = reason.value.trim();
    if (NOTHING.includes(text.toLowerCase())) return [];
    const fresh =
      age && found.definitions_status?.value === 'up_to_date' && age.value <= threshold(agedDefinitions) * 60;
    return [
      {
        message: 'failed',
        params: { reason: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text },
        evidence: fresh ? citeAll([reason, age]) : [cite(reason)],
        subject: 'definitions',
        identity: [],
        ...(fresh ? { severity: 'medium' as const } : {}),
      },
    ];
  },
});
