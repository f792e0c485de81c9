import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unsupportedTagKey } from './unsupported-tag-key.ts';

testAnalyzer(unsupportedTagKey, {
  found: [
    {
      name: 'another key',
      files: { 'mdatp_managed.json': '{ "edr": { "tags": [\n{ "key": "TEAM", "value": "build" }\n] } }\n' },
      findings: [
        {
          text: 'The tag TEAM is set, and the managed settings know the key GROUP alone',
          at: ['mdatp_managed.json:2'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the supported key',
      files: { 'mdatp_managed.json': '{ "edr": { "tags": [{ "key": "GROUP", "value": "build" }] } }\n' },
    },
    { name: 'no tags', files: { 'mdatp_managed.json': '{ "edr": { "tags": [] } }\n' } },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
});
