import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { policyReport, type PolicyReport } from './policy-report.ts';

const parse = (text: string): PolicyReport => parseFact<PolicyReport>(policyReport, text).value;

describe('mdatp.policy-report', () => {
  it('reads the result of each setting, where it stands', () => {
    const { settings } = parse(`{"policyInfo": [{
  "policyId": "p-1",
  "settings": [
    {"name": "cloudService.enabled",
     "value": "Success"},
    {"name": "antivirusEngine.enforcementLevel", "value": "Error"},
    {"name": "odd"}
  ]}, {"settings": "none"}]}`);
    expect(settings).toEqual([
      {
        value: { policy: 'p-1', name: 'cloudService.enabled', result: 'Success' },
        at: { entry: 'file', line: 5 },
      },
      {
        value: { policy: 'p-1', name: 'antivirusEngine.enforcementLevel', result: 'Error' },
        at: { entry: 'file', line: 6 },
      },
    ]);
  });

  it('refuses another text', () => {
    expect(() => parse('{"a": 1}')).toThrow('holds no policies');
  });
});
