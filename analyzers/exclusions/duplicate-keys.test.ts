import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { duplicateKeys } from './duplicate-keys.ts';

testAnalyzer(duplicateKeys, {
  found: [
    {
      name: 'a setting twice',
      files: {
        'mdatp_managed.json':
          '{\n"cloudService": {\n"diagnosticLevel": "optional",\n"diagnosticLevel": "required"\n}\n}\n',
      },
      findings: [
        {
          text: 'The key cloudService.diagnosticLevel is written 2 times in one object',
          at: ['mdatp_managed.json:3', 'mdatp_managed.json:4'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a section twice',
      files: { 'mdatp_managed.json': '{\n"edr": {},\n"edr": {}\n}\n' },
      findings: [
        {
          text: 'The key edr is written 2 times in one object',
          at: ['mdatp_managed.json:2', 'mdatp_managed.json:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'one key in two sections',
      files: {
        'mdatp_managed.json':
          '{\n"antivirusEngine": { "enforcementLevel": "real_time" },\n"networkProtection": { "enforcementLevel": "block" }\n}\n',
      },
    },
    {
      name: 'one key in each element of a list',
      files: {
        'mdatp_managed.json':
          '{ "edr": { "tags": [{ "key": "GROUP", "value": "a" }, { "key": "GROUP", "value": "b" }] } }\n',
      },
    },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
});
