import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { puaNotBlocked } from './pua-not-blocked.ts';

testAnalyzer(puaNotBlocked, {
  found: [
    {
      name: 'audit',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "threatTypeSettings": [\n{ "key": "potentially_unwanted_application",\n"value": "audit" }\n] } }\n',
      },
      findings: [
        {
          text: 'Potentially unwanted applications are written down only',
          at: ['mdatp_managed.json:3'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'off',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "threatTypeSettings": [\n{ "key": "potentially_unwanted_application",\n"value": "off" }\n] } }\n',
      },
      findings: [
        {
          text: 'Potentially unwanted applications are not looked for',
          at: ['mdatp_managed.json:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'block',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "threatTypeSettings": [\n{ "key": "potentially_unwanted_application",\n"value": "block" }\n] } }\n',
      },
    },
    {
      name: 'another kind of threat',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "threatTypeSettings": [\n{ "key": "archive_bomb",\n"value": "audit" }\n] } }\n',
      },
    },
    {
      name: 'nothing stated',
      files: {
        'mdatp_managed.json':
          '{\n"antivirusEngine": { "enforcementLevel": "real_time" },\n"cloudService": { "enabled": true }\n}\n',
      },
    },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
});
