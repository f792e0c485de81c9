import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { sslInspection } from './ssl-inspection.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const EVENTS = 'Testing connection with https://v20.events.data.microsoft.com/ping ...';

testAnalyzer(sslInspection, {
  found: [
    {
      name: 'both errors of a broken connection',
      files: {
        'connectivity_test.txt': `${WEU} [ERROR]\ncurl error 60: certificate problem\n${EVENTS} [ERROR]\ncurl error 35: SSL connect error\n`,
      },
      findings: [
        {
          text: 'TLS to winatp-gw-weu.microsoft.com, v20.events.data.microsoft.com fails with curl error 35 and 60',
          at: ['connectivity_test.txt:1', 'connectivity_test.txt:3'],
          severity: 'critical',
        },
      ],
    },
  ],
  clean: [
    { name: 'all were reached', files: { 'connectivity_test.txt': `${WEU} [OK]\n${EVENTS} [OK]\n` } },
    {
      name: 'a time-out',
      files: { 'connectivity_test.txt': `${WEU} [ERROR]\ncurl error 28: timed out\n` },
    },
  ],
  blocked: [{ name: 'no test', files: {}, missing: ['mdatp.connectivity'] }],
});
