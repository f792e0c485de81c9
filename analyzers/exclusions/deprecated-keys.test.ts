import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { deprecatedKeys } from './deprecated-keys.ts';

testAnalyzer(deprecatedKeys, {
  found: [
    {
      name: 'the old key alone',
      files: { 'mdatp_managed.json': '{ "antivirusEngine": {\n"passiveMode": true\n} }\n' },
      findings: [
        {
          text: 'antivirusEngine.passiveMode is set, which enforcementLevel has replaced',
          at: ['mdatp_managed.json:2'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'beside the new one',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": {\n"enforcementLevel": "real_time",\n"enableRealTimeProtection": true\n} }\n',
      },
      findings: [
        {
          text: 'antivirusEngine.enableRealTimeProtection is set beside enforcementLevel, which has replaced it',
          at: ['mdatp_managed.json:3', 'mdatp_managed.json:2'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the new key alone',
      files: {
        'mdatp_managed.json':
          '{\n"antivirusEngine": { "enforcementLevel": "real_time" },\n"cloudService": { "enabled": true }\n}\n',
      },
    },
    {
      name: 'a key of that name elsewhere',
      files: { 'mdatp_managed.json': '{ "remarks": { "passiveMode": true } }\n' },
    },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
});
