import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { misplacedKey } from './misplaced-key.ts';

testAnalyzer(misplacedKey, {
  found: [
    {
      name: 'a proxy for the antivirus',
      files: {
        'mdatp_managed.json': '{\n"antivirusEngine": {\n"proxy": "http://proxy.example:3128/"\n}\n}\n',
      },
      findings: [
        {
          text: 'The setting proxy stands in antivirusEngine, and belongs to cloudService',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'exclusions at the top',
      files: { 'mdatp_managed.json': '{\n"exclusions": []\n}\n' },
      findings: [
        {
          text: 'The setting exclusions stands in the top, and belongs to antivirusEngine or exclusionSettings',
          at: ['mdatp_managed.json:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a section within another',
      files: { 'mdatp_managed.json': '{\n"antivirusEngine": {\n"cloudService": { "enabled": true }\n}\n}\n' },
      findings: [
        {
          text: 'The setting cloudService stands in antivirusEngine, and belongs to the top',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
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
    {
      name: 'a setting that is not known anywhere',
      files: { 'mdatp_managed.json': '{ "antivirusEngine": { "engineOfTomorrow": true } }\n' },
    },
    {
      name: 'a misspelt setting, which is another fault',
      files: { 'mdatp_managed.json': '{ "antivirusEngine": { "EnforcementLevel": "passive" } }\n' },
    },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
  notApplicable: [
    {
      name: 'settings that the portal handed over',
      files: { 'etc/opt/microsoft/mdatp/managed/mdeattach_managed.json': '{ "exclusions": [] }\n' },
      reason: 'The settings come from the agent or the portal, not from a file that somebody wrote.',
    },
  ],
});
