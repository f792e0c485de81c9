import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { invalidManagedJson } from './invalid-managed-json.ts';

testAnalyzer(invalidManagedJson, {
  found: [
    {
      name: 'a comma behind the last setting',
      files: { 'mdatp_managed.json': '{\n"cloudService": {\n"enabled": true,\n}\n}\n' },
      findings: [
        {
          text: 'The managed settings cannot be read; line 4: a key in double quotes is expected behind the comma (column 1)',
          at: ['mdatp_managed.json:4'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a remark in front',
      files: { 'mdatp_managed.json': '// settings of db-01\n{\n"cloudService": { "enabled": true }\n}\n' },
      findings: [
        {
          text: 'The managed settings cannot be read; line 1: a value is expected, not / (column 1)',
          at: ['mdatp_managed.json:1'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a list at the top',
      files: { 'mdatp_managed.json': '[\n{ "cloudService": { "enabled": true } }\n]\n' },
      findings: [
        {
          text: 'The managed settings hold no object in braces',
          at: ['mdatp_managed.json:1'],
          severity: 'critical',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'settings in order',
      files: {
        'mdatp_managed.json':
          '{\n"antivirusEngine": { "enforcementLevel": "real_time" },\n"cloudService": { "enabled": true }\n}\n',
      },
    },
    { name: 'an empty object', files: { 'mdatp_managed.json': '{}\n' } },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
});
