import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { anonymousTrafficBlocked } from './anonymous-traffic-blocked.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const EVENTS = 'Testing connection with https://v20.events.data.microsoft.com/ping ...';

testAnalyzer(anonymousTrafficBlocked, {
  found: [
    {
      name: 'a request is forbidden, in the test',
      files: { 'connectivity_test.txt': `${WEU} [ERROR (HTTP 403)]\n${EVENTS} [OK]\n` },
      findings: [
        {
          text: 'Something on the way to winatp-gw-weu.microsoft.com forbids the request (HTTP 403)',
          at: ['connectivity_test.txt:1'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'requests are forbidden, in the report of an installation',
      files: {
        'installation_report.json':
          '{"connectivitytest": {\n"https://x.cp.wd.microsoft.com/api/report": "HTTP status 403",\n"https://v20.events.data.microsoft.com/ping": "HTTP/1.1 403 Forbidden"\n}}\n',
      },
      findings: [
        {
          text: 'Something on the way to x.cp.wd.microsoft.com, v20.events.data.microsoft.com forbids the request (HTTP 403)',
          at: ['installation_report.json:2', 'installation_report.json:3'],
        },
      ],
    },
  ],
  clean: [
    { name: 'all were reached', files: { 'connectivity_test.txt': `${WEU} [OK]\n${EVENTS} [OK]\n` } },
    {
      name: 'the proxy asks for a login, which another check says',
      files: { 'connectivity_test.txt': `${WEU} [ERROR (HTTP 407)]\n` },
    },
    {
      name: 'a time-out after 403 milliseconds',
      files: { 'connectivity_test.txt': `${WEU} [ERROR]\ncurl error 28: timed out after 403 milliseconds\n` },
    },
  ],
  blocked: [{ name: 'no test', files: {}, missing: ['mdatp.connectivity'] }],
});
