import { cannotTell, citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import { connectivity } from '../../facts/mdatp/connectivity.ts';
import { links } from '../links.ts';
import { failedWith, hostsOf } from './failed-endpoints.ts';

/** The connection could not be secured; the certificate of the other side was refused. */
const TLS_ERRORS = [35, 60];

export const sslInspection = defineAnalyzer({
  id: 'connectivity/ssl-inspection',
  title: 'TLS inspection on the way to the service',
  why: 'The agent accepts only the certificates of the service; a proxy that opens the connection cuts it.',
  severity: 'critical',
  confidence: 'likely',
  needs: { connectivity },
  messages: { broken: 'TLS to {hosts} fails with curl error {errors}' },
  remediation: {
    steps: [
      'Exempt the endpoints of the service from TLS inspection in the proxy or firewall.',
      'Leave the certificate store of the host as it is: a certificate of your own does not help.',
      'Repeat the test.',
    ],
    commands: [{ command: 'mdatp connectivity test', risk: 'safe' }],
    links: [links.connectivityTest, links.networkConnections],
  },
  sources: [{ document: 'linux-support-connectivity', date: '2025-01' }],
  because: [{ of: 'connectivity/wrong-clock' }],

  evaluate({ connectivity: test }) {
    if (test.endpoints.length === 0) return cannotTell('The test tried no endpoint.');
    const [first, ...rest] = failedWith(test, ...TLS_ERRORS);
    if (!first) return [];
    const broken = [first, ...rest] as const;
    const errors = [...new Set(broken.map(({ value }) => String(value.curlError)))].sort().join(' and ');
    const params = { hosts: hostsOf(broken), errors };
    return [{ message: 'broken', params, evidence: citeAll(broken), identity: [] }];
  },
});
