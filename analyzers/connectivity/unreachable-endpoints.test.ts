import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unreachableEndpoints } from './unreachable-endpoints.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const NEU = 'Testing connection with https://winatp-gw-neu.microsoft.com/test ...';
const EVENTS = 'Testing connection with https://v20.events.data.microsoft.com/ping ...';

testAnalyzer(unreachableEndpoints, {
  found: [
    {
      name: 'one of two endpoints of a purpose failed',
      files: { 'connectivity_test.txt': `${WEU} [OK]\n${NEU} [ERROR]\n${EVENTS} [OK]\n` },
      findings: [
        {
          text: 'Endpoints for detection and response were not reached, 1 of 2: winatp-gw-neu.microsoft.com',
          at: ['connectivity_test.txt:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'all endpoints of a purpose failed',
      files: { 'connectivity_test.txt': `${WEU} [OK]\n${EVENTS} [curl error 28]\n` },
      findings: [
        {
          text: 'No endpoint for telemetry was reached, of 1 that were tried',
          at: ['connectivity_test.txt:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'only the source of packages failed',
      files: {
        'connectivity_test.txt': `${WEU} [OK]\nTesting connection with https://packages.microsoft.com/ ... [curl error 28]\n`,
      },
      findings: [
        {
          text: 'No endpoint for packages of the agent was reached, of 1 that were tried',
          at: ['connectivity_test.txt:2'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'all were reached', files: { 'connectivity_test.txt': `${WEU} [OK]\n${EVENTS} [OK]\n` } },
    {
      name: 'only the endpoint of the management failed, which has a check of its own',
      files: {
        'connectivity_test.txt': `${WEU} [OK]\nTesting connection with https://discovery.dm.microsoft.com/ping ... [ERROR]\n`,
      },
    },
  ],
  blocked: [{ name: 'no test', files: {}, missing: ['mdatp.connectivity'] }],
});
