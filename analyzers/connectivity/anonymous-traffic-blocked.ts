import { cannotTell, citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import { connectivity } from '../../facts/mdatp/connectivity.ts';
import { links } from '../links.ts';
import { hostsOf } from './failed-endpoints.ts';

const FORBIDDEN = 403;

export const anonymousTrafficBlocked = defineAnalyzer({
  id: 'connectivity/anonymous-traffic-blocked',
  title: 'Anonymous traffic blocked',
  why: 'The agent names no user to a proxy or firewall; one that lets only known users pass keeps it from the service.',
  severity: 'medium',
  confidence: 'likely',
  needs: { connectivity },
  messages: { forbidden: 'Something on the way to {hosts} forbids the request (HTTP 403)' },
  remediation: {
    steps: [
      'Look in the log of the proxy or firewall for the refused requests of this host and the rule behind them.',
      'Let the endpoints of the service pass without a user and without a check of their content.',
      'Repeat the test of the connection.',
    ],
    commands: [{ command: 'mdatp connectivity test', risk: 'safe' }],
    links: [links.networkConnections, links.connectivityTest],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2025-01-07' }],

  evaluate({ connectivity: { endpoints } }) {
    if (endpoints.length === 0) return cannotTell('The test tried no endpoint.');
    const [first, ...rest] = endpoints.filter(({ value }) => !value.ok && value.httpStatus === FORBIDDEN);
    if (!first) return [];
    const refused = [first, ...rest] as const;
    const params = { hosts: hostsOf(refused) };
    return [{ message: 'forbidden', params, evidence: citeAll(refused), identity: [] }];
  },
});
