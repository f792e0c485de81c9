import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { allowedThreats } from './allowed-threats.ts';

testAnalyzer(allowedThreats, {
  found: [
    {
      name: 'a threat and the test',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "allowedThreats": [\n"Trojan:Linux/Sample.A",\n"EICAR-Test-File (not a virus)"\n] } }\n',
      },
      findings: [
        {
          text: 'The threat Trojan:Linux/Sample.A is allowed',
          at: ['mdatp_managed.json:2'],
          severity: 'medium',
        },
        {
          text: 'The test threat EICAR-Test-File (not a virus) is allowed, so a test with it shows nothing',
          at: ['mdatp_managed.json:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'none', files: { 'mdatp_managed.json': '{ "antivirusEngine": { "allowedThreats": [] } }\n' } },
    {
      name: 'an empty name',
      files: { 'mdatp_managed.json': '{ "antivirusEngine": { "allowedThreats": [""] } }\n' },
    },
    {
      name: 'sample text, which is another fault',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "allowedThreats": ["<EXAMPLE DO NOT USE>EICAR-Test-File"] } }\n',
      },
    },
    {
      name: 'no such setting',
      files: {
        'mdatp_managed.json':
          '{\n"antivirusEngine": { "enforcementLevel": "real_time" },\n"cloudService": { "enabled": true }\n}\n',
      },
    },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
});
