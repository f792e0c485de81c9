import {
  cannotTell,
  citeAll,
  cite,
  defineAnalyzer,
  notApplicable,
  optional,
} from '../../engine/api/index.ts';
import { connectivity } from '../../facts/mdatp/connectivity.ts';
import { health } from '../../facts/mdatp/health.ts';
import { policyReport } from '../../facts/mdatp/policy-report.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { hostsOf } from './failed-endpoints.ts';

/** How the agent names the portal as the one who manages its settings. */
const PORTAL = 'mde';

export const unreachableIntune = defineAnalyzer({
  id: 'connectivity/unreachable-intune',
  title: 'Management by the portal not reached',
  why: 'Settings that are changed in the portal do not arrive at the host; the old ones stay in force.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { connectivity, health: optional(health), policies: optional(policyReport) },
  messages: { failed: 'The portal manages this host, and the test does not reach {hosts}' },
  remediation: {
    steps: [
      'Allow the hosts under dm.microsoft.com in the firewall and the proxy, without inspection.',
      'Repeat the test of the connection.',
    ],
    commands: [{ command: 'mdatp connectivity test', risk: 'safe' }],
    links: [links.networkConnections, links.whatsNew],
  },
  sources: [{ document: 'linux-whatsnew', date: '2023-11' }],
  because: [
    { of: 'connectivity/authenticated-proxy' },
    { of: 'connectivity/ssl-inspection' },
    { of: 'connectivity/anonymous-traffic-blocked' },
    { of: 'connectivity/dns-failure' },
    { of: 'connectivity/proxy-not-set-for-agent' },
    { of: 'connectivity/pac-or-wpad-proxy' },
    { of: 'connectivity/malformed-proxy' },
    { of: 'connectivity/mismatched-proxies' },
  ],

  evaluate({ connectivity: { endpoints }, health: state, policies }) {
    const manager = state?.managed_by?.value.toLowerCase();
    if (manager !== PORTAL && !policies) {
      return state
        ? notApplicable('The portal does not manage the settings of this host.')
        : cannotTell('Nothing tells whether the portal manages this host.', { health });
    }
    const tried = endpoints.filter(({ value }) => value.class === 'management');
    if (tried.length === 0) return cannotTell('The test did not try the endpoint of the management.');
    const [first, ...rest] = tried.filter(({ value }) => !value.ok);
    if (!first) return [];
    const managed = manager === PORTAL && state?.managed_by ? [cite(state.managed_by, 'context')] : [];
    return [
      {
        message: 'failed',
        params: { hosts: hostsOf([first, ...rest]) },
        evidence: [...citeAll([first, ...rest]), ...managed],
        identity: [],
      },
    ];
  },
});
