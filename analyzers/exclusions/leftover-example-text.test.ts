import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { leftoverExampleText } from './leftover-example-text.ts';

testAnalyzer(leftoverExampleText, {
  found: [
    {
      name: 'in two exclusions',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "exclusions": [\n{ "$type": "excludedPath", "path": "/srv/a<EXAMPLE DO NOT USE>" },\n{ "$type": "excludedFileExtension", "extension": ".log<EXAMPLE DO NOT USE>" }\n] } }\n',
      },
      findings: [
        {
          text: 'The managed settings still hold text of the documented sample',
          at: ['mdatp_managed.json:2', 'mdatp_managed.json:3'],
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
      name: 'a path with a like word',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "exclusions": [{ "$type": "excludedPath", "path": "/srv/example/do-not-use" }] } }\n',
      },
    },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
});
