import { cannotTell, citeAll, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { connectivity } from '../../facts/mdatp/connectivity.ts';
import { health } from '../../facts/mdatp/health.ts';
import { localConfig } from '../../facts/mdatp/local-config.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { proxySettings, type ProxySettings } from '../../facts/network/proxy-settings.ts';
import { links } from '../links.ts';
import { isReached } from './is-reached.ts';
import {
  agentProxies,
  isScript,
  OF_PACKAGE_MANAGER,
  settingsInForce,
  type NamedProxy,
} from './proxy-sources.ts';

export const pacOrWpadProxy = defineAnalyzer({
  id: 'connectivity/pac-or-wpad-proxy',
  title: 'Proxy chosen by a script (PAC, WPAD)',
  why: 'The agent does not run such scripts: it goes without a proxy, or asks one that does not exist.',
  severity: 'critical',
  confidence: 'likely',
  needs: {
    test: optional(connectivity),
    settings: optional(proxySettings),
    health: optional(health),
    managed: optional(managedConfig),
    local: optional(localConfig),
  },
  messages: {
    agent: 'The agent is given a script that chooses the proxy, in {names}',
    host: 'A script chooses the proxy of the host, which the agent cannot do, in {names}',
  },
  remediation: {
    steps: [
      'Find out which proxy the script chooses for the endpoints of the service.',
      'Give the agent this proxy by name and port, or let its traffic pass a transparent proxy.',
      'Repeat the test of the connection.',
    ],
    commands: [
      { command: 'sudo mdatp config proxy set --value http://proxy.example:3128', risk: 'changes-host' },
      { command: 'mdatp connectivity test', risk: 'safe' },
    ],
    links: [links.networkConnections, links.staticProxy],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2025-01-07' }],

  evaluate({ test, settings, health: state, managed, local }) {
    if (!settings && !state && !managed && !local) return cannotTell('No proxy setting is in the bundle.');
    const reached = isReached(test);
    const ofAgent = agentProxies({ health: state, managed, local, settings }).filter(({ value }) =>
      isScript(value),
    );
    const ofHost = hostScripts(settings).filter(({ at }) => !ofAgent.some((one) => one.at === at));
    return [
      ...drafts('agent', ofAgent, reached ? 'low' : 'critical'),
      ...(ofAgent.length > 0 ? [] : drafts('host', ofHost, reached ? 'low' : 'high')),
    ];
  },
});

/** auto_proxy names a script whatever its value looks like. */
function hostScripts(settings: ProxySettings | undefined): readonly NamedProxy[] {
  return settingsInForce(settings)
    .filter(({ value }) => value.isPac || /^auto_?proxy$/iu.test(value.variable))
    .filter(({ at }) => !OF_PACKAGE_MANAGER.test(at.entry))
    .map(({ value, at }) => ({ name: value.variable, value: value.value, at }));
}

function drafts<Message extends 'agent' | 'host'>(
  message: Message,
  proxies: readonly NamedProxy[],
  severity: 'critical' | 'high' | 'low',
) {
  const [first, ...rest] = proxies;
  if (!first) return [];
  const names = [...new Set(proxies.map(({ name }) => name))].join(', ');
  const evidence = citeAll([first, ...rest]);
  return [{ message, params: { names }, evidence, severity, identity: [names] }] as const;
}
