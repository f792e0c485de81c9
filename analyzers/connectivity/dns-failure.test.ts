import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { dnsFailure } from './dns-failure.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const EVENTS = 'Testing connection with https://v20.events.data.microsoft.com/ping ...';
const NO_SERVER = { 'etc/resolv.conf': '# made by hand\nsearch example\n' };

testAnalyzer(dnsFailure, {
  found: [
    {
      name: 'no name is resolved',
      files: {
        'connectivity_test.txt': `${WEU} [ERROR (curl error: 6)]\n${EVENTS} [ERROR (curl error: 6)]\n`,
      },
      findings: [
        {
          text: 'Names of the service are not resolved (curl error 6): winatp-gw-weu.microsoft.com, v20.events.data.microsoft.com',
          at: ['connectivity_test.txt:1', 'connectivity_test.txt:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'one name of two is not resolved',
      files: { 'connectivity_test.txt': `${WEU} [OK]\n${EVENTS} [ERROR (curl error: 6)]\n` },
      findings: [
        {
          text: 'Names of the service are not resolved (curl error 6): v20.events.data.microsoft.com',
          at: ['connectivity_test.txt:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the name of the proxy is not resolved, and there is no server to ask',
      files: {
        'connectivity_test.txt': `${WEU} [ERROR]\ncurl error 5: Could not resolve proxy\n`,
        ...NO_SERVER,
      },
      findings: [
        {
          text: 'The name of the proxy is not resolved (curl error 5), on the way to winatp-gw-weu.microsoft.com',
          at: ['connectivity_test.txt:1', 'absent: nameserver'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'no name server, and no test',
      files: NO_SERVER,
      findings: [
        { text: 'The host has no name server to ask', at: ['absent: nameserver'], severity: 'medium' },
      ],
    },
  ],
  clean: [
    {
      name: 'no name server on a host that reaches the service',
      files: { 'connectivity_test.txt': `${WEU} [OK]\n`, ...NO_SERVER },
    },
    { name: 'a time-out', files: { 'connectivity_test.txt': `${WEU} [ERROR (curl error: 28)]\n` } },
  ],
  blocked: [
    { name: 'neither test nor resolv.conf', files: {} },
    {
      name: 'a name server, and no test of it',
      files: { 'etc/resolv.conf': 'nameserver 192.0.2.2\n' },
      missing: ['mdatp.connectivity'],
      reason: 'No test of the connection tells whether names are resolved.',
    },
  ],
});
