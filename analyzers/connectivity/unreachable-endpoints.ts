import { cannotTell, citeAll, defineAnalyzer, type FindingDraft } from '../../engine/api/index.ts';
import { connectivity, type Endpoint } from '../../facts/mdatp/connectivity.ts';
import { links } from '../links.ts';
import { hostsOf } from './failed-endpoints.ts';

/** What stops working where a class is out of reach. That of the management: connectivity/unreachable-intune. */
const CLASSES: Readonly<Record<Exclude<Endpoint['class'], 'management'>, string>> = {
  'edr-cnc': 'detection and response',
  'edr-telemetry': 'telemetry',
  av: 'cloud protection and definitions',
  packages: 'packages of the agent',
};

const MESSAGES = {
  all: 'No endpoint for {purpose} was reached, of {count} that were tried',
  some: 'Endpoints for {purpose} were not reached, {failed} of {count}: {hosts}',
} as const;

export const unreachableEndpoints = defineAnalyzer({
  id: 'connectivity/unreachable-endpoints',
  title: 'Unreachable endpoints of the service',
  why: 'What the agent cannot reach it cannot use: definitions age, events are kept back, commands do not arrive.',
  severity: 'critical',
  confidence: 'certain',
  needs: { connectivity },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Read what the test says behind each endpoint: the reason differs by proxy, name and certificate.',
      'Allow the endpoints in the firewall and the proxy, without inspection.',
      'Repeat the test.',
    ],
    commands: [{ command: 'mdatp connectivity test', risk: 'safe' }],
    links: [links.connectivityTest, links.networkConnections],
  },
  sources: [{ document: 'linux-support-connectivity', date: '2025-01' }],
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

  evaluate({ connectivity: { endpoints } }) {
    if (endpoints.length === 0) return cannotTell('The test tried no endpoint.');
    return Object.entries(CLASSES).flatMap(([id, purpose]): readonly FindingDraft<typeof MESSAGES>[] => {
      const tried = endpoints.filter(({ value }) => value.class === id);
      const [first, ...rest] = tried.filter(({ value }) => !value.ok);
      if (!first) return [];
      const failed = [first, ...rest] as const;
      const about = { evidence: citeAll(failed), subject: id, identity: [id] } as const;
      const count = tried.length;
      if (failed.length === count) {
        // The agent goes on without its source of packages, and many hosts have a mirror.
        const severity = id === 'packages' ? 'medium' : 'critical';
        return [{ ...about, message: 'all', params: { purpose, count }, severity }];
      }
      const params = { purpose, count, failed: failed.length, hosts: hostsOf(failed) };
      return [{ ...about, message: 'some', params, severity: 'medium' }];
    });
  },
});
