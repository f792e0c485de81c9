import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { policyErrors } from './policy-errors.ts';

const REPORT = 'var/opt/microsoft/mdatp/security_management/current_report';

/** One setting a line, from line 2 on. */
const report = (policy: string, ...settings: readonly (readonly [string, string])[]) =>
  `{"policyId": "${policy}", "settings": [\n${settings
    .map(([name, value]) => `{"name": "${name}", "value": "${value}"}`)
    .join(',\n')}]}`;
const files = (...policies: readonly string[]) => ({ [REPORT]: `{"policyInfo": [${policies.join(',')}]}` });

testAnalyzer(policyErrors, {
  found: [
    {
      name: 'one setting',
      files: files(report('p-1', ['cloudService.enabled', 'Success'], ['edr.tags', 'Error'])),
      findings: [
        {
          text: 'The host did not apply edr.tags of policy p-1: Error',
          at: [`${REPORT}:3`],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'two policies, one with two settings',
      files: files(report('p-1', ['a', 'Error'], ['b', 'Error']), report('', ['c', 'Conflict'])),
      findings: [
        {
          text: 'The host did not apply 2 settings of policy p-1, a among them: Error',
          at: [`${REPORT}:2`, `${REPORT}:3`],
        },
        { text: 'The host did not apply c of policy without an id: Conflict', at: [`${REPORT}:4`] },
      ],
    },
  ],
  clean: [
    { name: 'all were applied', files: files(report('p-1', ['a', 'Success'], ['b', 'Success'])) },
    { name: 'one has no meaning here', files: files(report('p-1', ['a', 'NotApplicable'])) },
    { name: 'no policy', files: files() },
  ],
  blocked: [{ name: 'no report', files: {}, missing: ['mdatp.policy-report'] }],
});
