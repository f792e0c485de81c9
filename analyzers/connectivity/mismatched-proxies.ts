import { cannotTell, cite, defineAnalyzer, optional, type FindingDraft } from '../../engine/api/index.ts';
import { connectivity } from '../../facts/mdatp/connectivity.ts';
import { health } from '../../facts/mdatp/health.ts';
import { localConfig } from '../../facts/mdatp/local-config.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { proxySettings } from '../../facts/network/proxy-settings.ts';
import { links } from '../links.ts';
import { isReached } from './is-reached.ts';
import { proxyAddress } from './proxy-fault.ts';
import { agentProxies, environmentProxies, type NamedProxy } from './proxy-sources.ts';

const MESSAGES = {
  agent: 'The agent is given two proxies: {one} in {first}, {other} in {second}',
  host: 'The agent has the proxy {one} in {first}, the host {other} in {second}',
} as const;

export const mismatchedProxies = defineAnalyzer({
  id: 'connectivity/mismatched-proxies',
  title: 'Different proxies set in different places',
  why: 'Which proxy the agent asks depends on how it was started; a test on the host may take the other one.',
  severity: 'medium',
  confidence: 'likely',
  needs: {
    test: optional(connectivity),
    settings: optional(proxySettings),
    health: optional(health),
    managed: optional(managedConfig),
    local: optional(localConfig),
  },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Find out which of the proxies lets the endpoints of the service pass.',
      'Set this one in each of the places, or take the setting out of all but one.',
      'Restart the agent where its unit was changed, and repeat the test of the connection.',
    ],
    commands: [
      { command: 'sudo mdatp config proxy set --value http://proxy.example:3128', risk: 'changes-host' },
      { command: 'sudo systemctl daemon-reload && sudo systemctl restart mdatp', risk: 'disruptive' },
      { command: 'mdatp connectivity test', risk: 'safe' },
    ],
    links: [links.staticProxyTrouble, links.staticProxy],
  },
  sources: [
    { document: 'linux-support-connectivity', date: '2025-01' },
    { document: 'linux-static-proxy-configuration', date: '2025-01' },
  ],

  evaluate({ test, settings, health: state, managed, local }) {
    const ofAgent = agentProxies({ health: state, managed, local, settings });
    if (ofAgent.length === 0 && !state && !managed && !local) {
      return cannotTell('Nothing tells which proxy the agent has.', { health });
    }
    const reached = isReached(test);
    const own = pairOf('agent', ofAgent, ofAgent, reached ? 'low' : 'medium');
    if (own.length > 0 || reached) return own;
    return pairOf('host', ofAgent, environmentProxies(settings), 'low');
  },
});

/** The first of one list and the first of the other that has another address. */
function pairOf(
  message: keyof typeof MESSAGES,
  those: readonly NamedProxy[],
  others: readonly NamedProxy[],
  severity: 'medium' | 'low',
): readonly FindingDraft<typeof MESSAGES>[] {
  const left = those.find(({ value }) => proxyAddress(value) !== undefined);
  const one = left && proxyAddress(left.value);
  const right = others.find(({ value }) => ![undefined, one].includes(proxyAddress(value)));
  const other = right && proxyAddress(right.value);
  if (!left || !right || one === undefined || other === undefined) return [];
  const params = { one, other, first: left.name, second: right.name };
  const evidence = [cite(left), cite(right, 'conflicts-with')] as const;
  return [{ message, params, evidence, severity, identity: [left.name, right.name] }];
}
