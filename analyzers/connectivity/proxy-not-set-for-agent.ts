import { cannotTell, cite, citeAll, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { connectivity, type Endpoint } from '../../facts/mdatp/connectivity.ts';
import { health } from '../../facts/mdatp/health.ts';
import { localConfig } from '../../facts/mdatp/local-config.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { proxySettings } from '../../facts/network/proxy-settings.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { agentProxies, environmentProxies } from './proxy-sources.ts';

/** Endpoints that are cited; all of them failed. */
const MOST_CITED = 4;

export const proxyNotSetForAgent = defineAnalyzer({
  id: 'connectivity/proxy-not-set-for-agent',
  title: 'Proxy of the host not set for the agent',
  why: 'A service does not see the environment of a login; the agent goes without the proxy and is stopped.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    test: connectivity,
    settings: proxySettings,
    health: optional(health),
    managed: optional(managedConfig),
    local: optional(localConfig),
  },
  messages: { missing: 'The host has a proxy in {names}, the agent has none and reaches no endpoint' },
  remediation: {
    steps: ['Give the agent the proxy of the host.', 'Repeat the test of the connection.'],
    commands: [
      { command: 'sudo mdatp config proxy set --value http://proxy.example:3128', risk: 'changes-host' },
      { command: 'mdatp connectivity test', risk: 'safe' },
    ],
    links: [links.staticProxyAfterInstallation, links.staticProxy],
  },
  sources: [{ document: 'linux-static-proxy-configuration', date: '2025-01' }],

  evaluate({ test, settings, health: state, managed, local }) {
    if (test.endpoints.length === 0) return cannotTell('The test tried no endpoint.');
    const [first, ...others] = environmentProxies(settings);
    const unreached = test.endpoints.filter(({ value }) => isUnreached(value));
    if (!first || unreached.length < test.endpoints.length) return [];
    if (agentProxies({ health: state, managed, local, settings }).length > 0) return [];
    if (!state && !managed && !local)
      return cannotTell('Nothing tells whether the agent has a proxy.', { health });
    const names = [...new Set([first, ...others].map(({ name }) => name))].sort().join(', ');
    const failed = unreached.slice(0, MOST_CITED).map((endpoint) => cite(endpoint, 'context'));
    return [
      {
        message: 'missing',
        params: { names },
        evidence: [...citeAll([first, ...others]), ...failed],
        identity: [],
      },
    ];
  },
});

/** No answer at all. Who answers with a status, or breaks TLS, stands on a way that is open. */
function isUnreached({ ok, httpStatus, curlError }: Endpoint): boolean {
  return !ok && httpStatus === undefined && (curlError === undefined || DIRECT_ERRORS.has(curlError));
}

/** Errors of curl: name not resolved, not connected, timed out. */
const DIRECT_ERRORS: ReadonlySet<number> = new Set([6, 7, 28]);
