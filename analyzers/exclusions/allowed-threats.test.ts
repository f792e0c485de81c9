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
    {
      name: 'by command, listed and in the local settings',
      files: {
        'mdatp_threat_allowed_list.txt': 'Name: "Trojan:Linux/Sample.A"\n',
        wdavcfg: '{ "antivirusEngine": { "allowedThreats": ["Trojan:Linux/Sample.A"] } }\n',
      },
      findings: [
        {
          text: 'The threat Trojan:Linux/Sample.A is allowed',
          at: ['wdavcfg:1', 'mdatp_threat_allowed_list.txt:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'an empty list', files: { 'mdatp_threat_allowed_list.txt': 'No allowed threats.\n' } },
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
  blocked: [{ name: 'neither settings nor a list', files: {} }],
});
