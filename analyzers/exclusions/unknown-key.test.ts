import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unknownKey } from './unknown-key.ts';

testAnalyzer(unknownKey, {
  found: [
    {
      name: 'a letter too many',
      files: { 'mdatp_managed.json': '{\n"antivirusEngine": {\n"behaviourMonitoring": "enabled"\n}\n}\n' },
      findings: [
        {
          text: 'The setting antivirusEngine.behaviourMonitoring is not known; behaviorMonitoring may be meant',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'another case of a section',
      files: { 'mdatp_managed.json': '{\n"CloudService": { "enabled": true }\n}\n' },
      findings: [
        {
          text: 'The setting CloudService is not known; cloudService may be meant',
          at: ['mdatp_managed.json:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a string where true or false belongs',
      files: { 'mdatp_managed.json': '{\n"antivirusEngine": {\n"scanArchives": "true"\n}\n}\n' },
      findings: [
        {
          text: 'The setting antivirusEngine.scanArchives is "true", and must be true or false without quotes',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'true where a word belongs',
      files: { 'mdatp_managed.json': '{\n"features": {\n"moduleLoad": true\n}\n}\n' },
      findings: [
        {
          text: 'The setting features.moduleLoad is true, and must be one of enabled, disabled in quotes',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a word that is not allowed',
      files: { 'mdatp_managed.json': '{\n"antivirusEngine": {\n"enforcementLevel": "active"\n}\n}\n' },
      findings: [
        {
          text: 'The setting antivirusEngine.enforcementLevel is "active", and must be one of real_time, on_demand, passive',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a number out of its range',
      files: { 'mdatp_managed.json': '{\n"antivirusEngine": {\n"maximumOnDemandScanThreads": 128\n}\n}\n' },
      findings: [
        {
          text: 'The setting antivirusEngine.maximumOnDemandScanThreads is 128, and must be a whole number from 1 to 64',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a string in place of a section',
      files: { 'mdatp_managed.json': '{\n"cloudService": "enabled"\n}\n' },
      findings: [
        {
          text: 'The setting cloudService is "enabled", and must be an object in braces',
          at: ['mdatp_managed.json:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a string in place of a list',
      files: { 'mdatp_managed.json': '{\n"edr": {\n"tags": "GROUP"\n}\n}\n' },
      findings: [
        {
          text: 'The setting edr.tags is "GROUP", and must be a list in brackets',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'one mistake in two elements of a list',
      files: {
        'mdatp_managed.json':
          '{ "exclusionSettings": { "exclusions": [\n{ "$type": "excludedPath", "path": "/srv/a", "isDirectory": "true", "scopes": ["epp"] },\n{ "$type": "excludedPath", "path": "/srv/b", "isDirectory": "true", "scopes": ["epp"] }\n] } }\n',
      },
      findings: [
        {
          text: 'The setting exclusionSettings.exclusions[].isDirectory is "true", and must be true or false without quotes',
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
      name: 'a setting that is like none that is known',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "engineOfTomorrow": true }, "deviceControl": { "enabled": "yes" } }\n',
      },
    },
    {
      name: 'a number in quotes where that is allowed',
      files: { 'mdatp_managed.json': '{ "antivirusEngine": { "scanResultsRetentionDays": "60" } }\n' },
    },
    {
      name: 'a remark',
      files: {
        'mdatp_managed.json': '{ "_comment": "db", "cloudService": { "//": "cloud", "enabled": true } }\n',
      },
    },
    {
      name: 'another case of a value',
      files: { 'mdatp_managed.json': '{ "antivirusEngine": { "enforcementLevel": "Real_Time" } }\n' },
    },
    {
      name: 'sample text, which is another fault',
      files: {
        'mdatp_managed.json':
          '{ "antivirusEngine": { "enforcementLevel": "real_time<EXAMPLE DO NOT USE>" } }\n',
      },
    },
    {
      name: 'schedules, whose keys are not known',
      files: { 'mdatp_managed.json': '{ "scheduledScan": { "ignoreExclusions": true } }\n' },
    },
    {
      name: 'a known setting in the wrong section, which is another fault',
      files: { 'mdatp_managed.json': '{ "antivirusEngine": { "proxy": "http://proxy.example:3128/" } }\n' },
    },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
  notApplicable: [
    {
      name: 'settings that the portal handed over',
      files: {
        'etc/opt/microsoft/mdatp/managed/mdeattach_managed.json':
          '{ "antivirusEngine": { "scanArchives": "true" } }\n',
      },
      reason: 'The settings come from the agent or the portal, not from a file that somebody wrote.',
    },
  ],
});
