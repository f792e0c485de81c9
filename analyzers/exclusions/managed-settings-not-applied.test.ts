import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { managedSettingsNotApplied } from './managed-settings-not-applied.ts';

const health = (...lines: readonly string[]) => ({
  'health.txt': ['healthy : true', 'licensed : true', ...lines, ''].join('\n'),
});
const managed = (section: string, setting: string) => ({
  'mdatp_managed.json': `{ "${section}": {\n${setting}\n} }\n`,
});

testAnalyzer(managedSettingsNotApplied, {
  found: [
    {
      name: 'the cloud is off where it is to be on',
      files: { ...managed('cloudService', '"enabled": true'), ...health('cloud_enabled : false') },
      findings: [
        {
          text: 'mdatp_managed.json sets cloudService.enabled to true, and the agent reports cloud_enabled false',
          at: ['mdatp_managed.json:2', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'passive where it is to protect',
      files: {
        ...managed('antivirusEngine', '"enforcementLevel": "real_time"'),
        ...health('passive_mode_enabled : true'),
      },
      findings: [
        {
          text: 'mdatp_managed.json sets antivirusEngine.enforcementLevel to real_time, and the agent reports passive_mode_enabled true',
          at: ['mdatp_managed.json:2', 'health.txt:3'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'in force and marked',
      files: { ...managed('cloudService', '"enabled": true'), ...health('cloud_enabled : true [managed]') },
    },
    {
      name: 'the same by default, without a mark',
      files: { ...managed('cloudService', '"enabled": true'), ...health('cloud_enabled : true') },
    },
    {
      name: 'another manager has set it',
      files: { ...managed('cloudService', '"enabled": true'), ...health('cloud_enabled : false [managed]') },
    },
    {
      name: 'a setting that the health does not give back',
      files: { ...managed('antivirusEngine', '"scanArchives": true'), ...health('cloud_enabled : false') },
    },
    {
      name: 'passive as it is to be',
      files: {
        ...managed('antivirusEngine', '"enforcementLevel": "passive"'),
        ...health('passive_mode_enabled : true'),
      },
    },
  ],
  blocked: [
    { name: 'no health', files: managed('cloudService', '"enabled": true') },
    { name: 'no managed settings', files: health('cloud_enabled : false') },
  ],
});
