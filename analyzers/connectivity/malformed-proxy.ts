import { cannotTell, cite, defineAnalyzer, optional, type FindingDraft } from '../../engine/api/index.ts';
import { connectivity } from '../../facts/mdatp/connectivity.ts';
import { health } from '../../facts/mdatp/health.ts';
import { localConfig } from '../../facts/mdatp/local-config.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { proxySettings } from '../../facts/network/proxy-settings.ts';
import { isExample } from '../exclusions/is-example.ts';
import { links } from '../links.ts';
import { isReached } from './is-reached.ts';
import { proxyFault } from './proxy-fault.ts';
import { agentProxies, environmentProxies, type NamedProxy } from './proxy-sources.ts';

const MESSAGES = {
  placeholder: 'A text to be replaced still stands for the proxy, in {name}',
  scheme: 'The proxy lacks http:// before its name, in {name}',
  port: 'The proxy lacks a port behind its name, in {name}',
  trailing: 'Text follows the port of the proxy, in {name}',
  form: 'The proxy is no address, in {name}',
} as const;

export const malformedProxy = defineAnalyzer({
  id: 'connectivity/malformed-proxy',
  title: 'Malformed address of the proxy',
  why: 'The agent takes the address as it stands and looks for the proxy where there is none.',
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
      'Write the proxy as http://NAME:PORT/, without anything behind it.',
      'Repeat the test of the connection.',
    ],
    commands: [
      { command: 'sudo mdatp config proxy set --value http://proxy.example:3128', risk: 'changes-host' },
      { command: 'mdatp connectivity test', risk: 'safe' },
    ],
    links: [links.staticProxy],
  },
  sources: [{ document: 'linux-static-proxy-configuration', date: '2025-01' }],

  evaluate({ test, settings, health: state, managed, local }) {
    if (!settings && !state && !managed && !local) return cannotTell('No proxy setting is in the bundle.');
    const reached = isReached(test);
    const ofAgent = agentProxies({ health: state, managed, local, settings });
    const ofHost = reached ? [] : environmentProxies(settings);
    return [
      ...ofAgent.flatMap((proxy) => draftsOf(proxy, reached ? 'low' : 'medium')),
      ...ofHost.flatMap((proxy) => draftsOf(proxy, 'low')),
    ];
  },
});

function draftsOf(proxy: NamedProxy, severity: 'medium' | 'low'): readonly FindingDraft<typeof MESSAGES>[] {
  const { name, value } = proxy;
  const message = proxyFault(value);
  // Sample text in the managed settings is a finding of its own.
  if (!message || isExample({ kind: 'scalar', value, at: proxy.at })) return [];
  return [{ message, params: { name }, evidence: [cite(proxy)], severity, subject: name, identity: [name] }];
}
