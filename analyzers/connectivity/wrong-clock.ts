import { cannotTell, cite, citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import { clockSync } from '../../facts/host/clock-sync.ts';
import { connectivity } from '../../facts/mdatp/connectivity.ts';
import { links } from '../links.ts';
import { failedWith, hostsOf } from './failed-endpoints.ts';

/** The connection could not be secured; the certificate of the other side was refused. */
const TLS_ERRORS = [35, 60];

export const wrongClock = defineAnalyzer({
  id: 'connectivity/wrong-clock',
  title: 'Clock not synchronized while TLS fails',
  why: 'A certificate holds from one day to another; for a clock that is far off, none of the service holds.',
  severity: 'medium',
  confidence: 'possible',
  needs: { clock: clockSync, test: connectivity },
  messages: { unsynchronized: 'The clock follows no server of time, and TLS to {hosts} fails' },
  remediation: {
    steps: [
      'Compare the clock of the host with a right one.',
      'Start the service that keeps the time, and give it servers that the host reaches.',
      'Repeat the test of the connection once the clock is right.',
    ],
    commands: [
      { command: 'timedatectl', risk: 'safe' },
      { command: 'sudo timedatectl set-ntp true', risk: 'changes-host' },
      { command: 'mdatp connectivity test', risk: 'safe' },
    ],
    links: [links.connectivityTrouble],
  },
  sources: [
    { document: 'linux-support-connectivity', date: '2025-01' },
    { document: 'Manual pages timedatectl(1), chronyc(1)' },
  ],

  evaluate({ clock: { synchronized }, test }) {
    if (test.endpoints.length === 0) return cannotTell('The test tried no endpoint.');
    const [first, ...rest] = failedWith(test, ...TLS_ERRORS);
    if (synchronized.value || !first) return [];
    const broken = citeAll([first, ...rest], 'context');
    return [
      {
        message: 'unsynchronized',
        params: { hosts: hostsOf([first, ...rest]) },
        evidence: [cite(synchronized), ...broken],
        identity: [],
      },
    ];
  },
});
