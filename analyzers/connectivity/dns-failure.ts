import {
  cannotTell,
  citeAbsence,
  citeAll,
  defineAnalyzer,
  optional,
  type FindingDraft,
  type Located,
} from '../../engine/api/index.ts';
import { connectivity, type Endpoint } from '../../facts/mdatp/connectivity.ts';
import { nameServers, type NameServers } from '../../facts/network/name-servers.ts';
import { links } from '../links.ts';
import { failedWith, hostsOf } from './failed-endpoints.ts';

/** Errors of curl: the name of the proxy, that of the host was not resolved. */
const PROXY_NOT_RESOLVED = 5;
const HOST_NOT_RESOLVED = 6;

const MESSAGES = {
  hosts: 'Names of the service are not resolved (curl error 6): {hosts}',
  proxy: 'The name of the proxy is not resolved (curl error 5), on the way to {hosts}',
  noServer: 'The host has no name server to ask',
} as const;

export const dnsFailure = defineAnalyzer({
  id: 'connectivity/dns-failure',
  title: 'Names of the service not resolved',
  why: 'Without the addresses of the service the agent reaches nothing, however open the firewall is.',
  severity: 'high',
  confidence: 'certain',
  needs: { test: optional(connectivity), resolver: optional(nameServers) },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Ask for the address of one of these names on the host.',
      'Where no server answers, put the name servers of the host right, in the tool that manages its network.',
      'Where the server answers that there is no such name, let it forward the names of the service.',
      'Repeat the test of the connection.',
    ],
    commands: [
      { command: 'getent ahosts x.cp.wd.microsoft.com', risk: 'safe' },
      { command: 'cat /etc/resolv.conf', risk: 'safe' },
      { command: 'mdatp connectivity test', risk: 'safe' },
    ],
    links: [links.connectivityTrouble, links.networkConnections],
  },
  sources: [
    { document: 'linux-support-connectivity', date: '2025-01' },
    { document: 'Manual pages resolv.conf(5), libcurl-errors(3)' },
  ],

  evaluate({ test, resolver }) {
    const tried = test?.endpoints.length ?? 0;
    const drafts = [
      ...unresolved('hosts', failedWith(test, HOST_NOT_RESOLVED), tried, resolver),
      ...unresolved('proxy', failedWith(test, PROXY_NOT_RESOLVED), tried, resolver),
    ];
    if (drafts.length > 0 || tried > 0) return drafts;
    if (isWithoutServer(resolver)) return [withoutServer(resolver)];
    return cannotTell('No test of the connection tells whether names are resolved.', { connectivity });
  },
});

function unresolved(
  message: 'hosts' | 'proxy',
  failed: readonly Located<Endpoint>[],
  tried: number,
  resolver: NameServers | undefined,
): readonly FindingDraft<typeof MESSAGES>[] {
  const [first, ...rest] = failed;
  if (!first) return [];
  const reason = isWithoutServer(resolver) ? [lookedForServer(resolver)] : [];
  return [
    {
      message,
      params: { hosts: hostsOf(failed) },
      evidence: [...citeAll([first, ...rest]), ...reason],
      severity: failed.length === tried ? 'high' : 'medium',
      identity: [],
    },
  ];
}

function isWithoutServer(resolver: NameServers | undefined): resolver is NameServers {
  return resolver?.complete === true && resolver.servers.length === 0;
}

function withoutServer(resolver: NameServers): FindingDraft<typeof MESSAGES> {
  return {
    message: 'noServer',
    evidence: [lookedForServer(resolver)],
    // A resolver of its own, asked by default, or a proxy that resolves for the host would do as well.
    severity: 'medium',
    confidence: 'possible',
    identity: [],
  };
}

function lookedForServer({ entry }: NameServers) {
  return citeAbsence('nameserver', [entry]);
}
