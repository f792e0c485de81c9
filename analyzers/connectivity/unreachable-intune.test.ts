import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unreachableIntune } from './unreachable-intune.ts';

const WEU = 'Testing connection with https://winatp-gw-weu.microsoft.com/test ...';
const INTUNE = 'Testing connection with https://discovery.dm.microsoft.com/ping ...';
const health = (manager: string) => ({
  'health.txt': `healthy : true\nlicensed : true\nmanaged_by : "${manager}"\n`,
});

testAnalyzer(unreachableIntune, {
  found: [
    {
      name: 'the health names the portal',
      files: {
        'connectivity_test.txt': `${WEU} [OK]\n${INTUNE} [ERROR (curl error: 28)]\n`,
        ...health('MDE'),
      },
      findings: [
        {
          text: 'The portal manages this host, and the test does not reach discovery.dm.microsoft.com',
          at: ['connectivity_test.txt:2', 'health.txt:3'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'policies of the portal lie on the host',
      files: {
        'connectivity_test.txt': `${INTUNE} [ERROR]\n`,
        'var/opt/microsoft/mdatp/security_management/current_report': '{"policyInfo": []}\n',
      },
      findings: [
        {
          text: 'The portal manages this host, and the test does not reach discovery.dm.microsoft.com',
          at: ['connectivity_test.txt:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'it is reached', files: { 'connectivity_test.txt': `${INTUNE} [OK]\n`, ...health('MDE') } },
  ],
  blocked: [
    { name: 'no test', files: health('MDE'), missing: ['mdatp.connectivity', 'mdatp.policy-report'] },
    {
      name: 'nothing tells who manages the host',
      files: { 'connectivity_test.txt': `${INTUNE} [ERROR]\n` },
      reason: 'Nothing tells whether the portal manages this host.',
    },
    {
      name: 'a test that leaves the endpoint out',
      files: { 'connectivity_test.txt': `${WEU} [ERROR]\n`, ...health('MDE') },
      reason: 'The test did not try the endpoint of the management.',
    },
  ],
  notApplicable: [
    {
      name: 'nobody manages the host',
      files: { 'connectivity_test.txt': `${INTUNE} [ERROR]\n`, ...health('') },
      reason: 'The portal does not manage the settings of this host.',
    },
  ],
});
