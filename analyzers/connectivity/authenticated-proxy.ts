import { cannotTell, citeAll, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import { connectivity, type Connectivity } from '../../facts/mdatp/connectivity.ts';
import { health } from '../../facts/mdatp/health.ts';
import { localConfig } from '../../facts/mdatp/local-config.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { proxySettings, type ProxySettings } from '../../facts/network/proxy-settings.ts';
import { links } from '../links.ts';
import { isReached } from './is-reached.ts';
import { localProxy, OF_PACKAGE_MANAGER, settingsInForce } from './proxy-sources.ts';

const LOGIN_DEMANDED = 407;

export const authenticatedProxy = defineAnalyzer({
  id: 'connectivity/authenticated-proxy',
  title: 'Proxy that asks for a login',
  why: 'The agent cannot log in to a proxy; through such a one it reaches nothing.',
  severity: 'critical',
  confidence: 'certain',
  needs: {
    test: optional(connectivity),
    settings: optional(proxySettings),
    health: optional(health),
    managed: optional(managedConfig),
    local: optional(localConfig),
  },
  messages: {
    demanded: 'The proxy demands a login (HTTP 407) on the way to {hosts}',
    configured: 'A proxy is set together with a user or password, in {names}',
    packages: 'The package manager logs in to its proxy; the agent could not use the same one, in {names}',
  },
  remediation: {
    steps: [
      'Let the endpoints of the service pass the proxy without a login.',
      'Set that proxy for the agent without user and password.',
      'Repeat the test of the connection.',
    ],
    commands: [
      { command: 'mdatp config proxy set --value http://proxy.example:3128', risk: 'changes-host' },
      { command: 'mdatp connectivity test', risk: 'safe' },
    ],
    links: [links.networkConnections, links.staticProxy],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2025-01-07' },
    { document: 'linux-static-proxy-configuration', date: '2025-01' },
  ],

  evaluate({ test, settings, health: state, managed, local }) {
    if (!test && !settings && !state && !managed && !local) {
      return cannotTell('Neither a test of the connection nor a proxy setting is in the bundle.');
    }
    const inSettings = namesWithLogin(settings);
    const ofPackages = inSettings.filter(({ at }) => OF_PACKAGE_MANAGER.test(at.entry));
    const ofAgent = [
      ...withLogin('mdatp health', state?.proxy),
      ...withLogin('the managed settings', managed?.proxy),
      ...(managed?.proxy ? [] : withLogin('the local settings', localProxy(local))),
      ...inSettings.filter((one) => !ofPackages.includes(one)),
    ];
    // A host that reaches every endpoint gets there some other way; the setting is then only a trap.
    const reached = isReached(test);
    return [
      ...demands(test),
      ...configured('configured', ofAgent, reached ? 'low' : 'critical'),
      ...(ofAgent.length > 0 || reached ? [] : configured('packages', ofPackages, 'medium')),
    ];
  },
});

function demands(test: Connectivity | undefined) {
  const [first, ...rest] = (test?.endpoints ?? []).filter(
    ({ value }) => !value.ok && value.httpStatus === LOGIN_DEMANDED,
  );
  if (!first) return [];
  const hosts = [...new Set([first, ...rest].map(({ value }) => value.host))].join(', ');
  return [
    { message: 'demanded', params: { hosts }, evidence: citeAll([first, ...rest]), identity: [] },
  ] as const;
}

/** Names only: the value holds a password and stays out of the sentence. */
function configured<Message extends 'configured' | 'packages'>(
  message: Message,
  places: readonly Located<string>[],
  severity: 'critical' | 'medium' | 'low',
) {
  const [first, ...rest] = places;
  if (!first) return [];
  const names = [...new Set(places.map(({ value }) => value))].join(', ');
  const evidence = citeAll([first, ...rest]);
  return [{ message, params: { names }, evidence, severity, identity: [names] }] as const;
}

function namesWithLogin(settings: ProxySettings | undefined): readonly Located<string>[] {
  return settingsInForce(settings)
    .filter(({ value }) => value.hasCredentials)
    .map(({ value, at }) => ({ value: value.variable, at }));
}

// http://user:secret@proxy.example:3128
function withLogin(name: string, proxy: Located<string> | undefined): readonly Located<string>[] {
  return proxy && /^(?:[a-z][a-z\d+.-]*:\/\/)?[^/]*@/iu.test(proxy.value)
    ? [{ value: name, at: proxy.at }]
    : [];
}
