import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { aggressiveCloudBlock } from './aggressive-cloud-block.ts';

testAnalyzer(aggressiveCloudBlock, {
  found: [
    {
      name: 'zero tolerance',
      files: { 'mdatp_managed.json': '{ "cloudService": {\n"cloudBlockLevel": "zero_tolerance"\n} }\n' },
      findings: [
        { text: 'cloudBlockLevel is zero_tolerance', at: ['mdatp_managed.json:2'], severity: 'low' },
      ],
    },
    {
      name: 'high and more',
      files: { 'mdatp_managed.json': '{ "cloudService": {\n"cloudBlockLevel": "high_plus"\n} }\n' },
      findings: [{ text: 'cloudBlockLevel is high_plus', at: ['mdatp_managed.json:2'], severity: 'low' }],
    },
  ],
  clean: [
    {
      name: 'high',
      files: { 'mdatp_managed.json': '{ "cloudService": {\n"cloudBlockLevel": "high"\n} }\n' },
    },
    {
      name: 'normal',
      files: { 'mdatp_managed.json': '{ "cloudService": {\n"cloudBlockLevel": "normal"\n} }\n' },
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
