import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { misconfiguredOfflineUpdate } from './misconfigured-offline-update.ts';

const GOOD_URL = 'http://192.0.2.7:8000/linux/production/';

/** Managed settings, one setting a line: enforcementLevel is on line 3. */
const managed = (
  engine: Readonly<Record<string, unknown>>,
  cloud: Readonly<Record<string, unknown>> = {},
) => ({
  'mdatp_managed.json': JSON.stringify({ antivirusEngine: engine, cloudService: cloud }, undefined, 1),
});
const inOrder = {
  enforcementLevel: 'real_time',
  offlineDefinitionUpdate: 'enabled',
  offlineDefinitionUpdateUrl: GOOD_URL,
  offlineDefinitionUpdateFallbackToCloud: false,
};

const details = (source: string, fallback: string) => ({
  'definitions.txt': `automatic_definition_update_enabled : true [managed]
definitions_status : "up_to_date"
definitions_update_source_uri : "${source}"
definitions_update_fail_reason : ""
offline_definition_url_configured : "${GOOD_URL}" [managed]
offline_definition_update : "enabled" [managed]
offline_definition_update_fallback_to_cloud : ${fallback}
`,
});

testAnalyzer(misconfiguredOfflineUpdate, {
  found: [
    {
      name: 'no source is given',
      files: managed({ enforcementLevel: 'real_time', offlineDefinitionUpdate: 'enabled' }),
      findings: [
        {
          text: 'Offline update is enabled without a source: offlineDefinitionUpdateUrl is missing',
          at: ['mdatp_managed.json:4'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the source is empty',
      files: managed({ ...inOrder, offlineDefinitionUpdateUrl: '' }),
      findings: [
        {
          text: 'Offline update is enabled without a source: offlineDefinitionUpdateUrl is empty',
          at: ['mdatp_managed.json:5', 'mdatp_managed.json:4'],
        },
      ],
    },
    {
      name: 'the source goes on to the folder of an architecture',
      files: managed({ ...inOrder, offlineDefinitionUpdateUrl: `${GOOD_URL}arch_x86_64/` }),
      findings: [
        {
          text: `The source ${GOOD_URL}arch_x86_64/ names the folder of one architecture; the agent adds that itself`,
          at: ['mdatp_managed.json:5'],
        },
      ],
    },
    {
      name: 'automatic updates are off, and the mode is passive',
      files: managed(
        { ...inOrder, enforcementLevel: 'passive' },
        { automaticDefinitionUpdateEnabled: false },
      ),
      findings: [
        {
          text: 'Offline update is enabled while automatic updates of definitions are off',
          at: ['mdatp_managed.json:9', 'mdatp_managed.json:4'],
        },
        {
          text: 'Offline update is enabled while the antivirus is not in real-time mode',
          at: ['mdatp_managed.json:3', 'mdatp_managed.json:4'],
        },
      ],
    },
    {
      name: 'the mode is the one that is shipped, as the health shows',
      files: {
        ...managed({ offlineDefinitionUpdate: 'enabled', offlineDefinitionUpdateUrl: GOOD_URL }),
        'health.txt': 'healthy : true\npassive_mode_enabled : true\n',
      },
      findings: [
        {
          text: 'Offline update is enabled while the antivirus is not in real-time mode',
          at: ['health.txt:2', 'mdatp_managed.json:3'],
        },
      ],
    },
    {
      name: 'definitions come from elsewhere, and the cloud is no fallback',
      files: details('http://198.51.100.9/old/', 'false'),
      findings: [
        {
          text: `Definitions last came from http://198.51.100.9/old/, not from ${GOOD_URL}, and the cloud is no fallback`,
          at: ['definitions.txt:3', 'definitions.txt:5', 'definitions.txt:7'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'the cloud is still the source, since the update from the own one failed',
      files: {
        'definitions.txt': details('https://go.microsoft.com/fwlink/?linkid=2144709', 'false')[
          'definitions.txt'
        ].replace('fail_reason : ""', 'fail_reason : "not found"'),
      },
      findings: [
        {
          text: `Definitions last came from https://go.microsoft.com/fwlink/?linkid=2144709, not from ${GOOD_URL}, and the cloud is no fallback`,
          at: ['definitions.txt:3', 'definitions.txt:5', 'definitions.txt:7'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'all is set as it should be',
      files: managed(inOrder, { automaticDefinitionUpdateEnabled: true }),
    },
    {
      name: 'a folder on the host',
      files: managed({ ...inOrder, offlineDefinitionUpdateUrl: '/srv/definitions/production' }),
    },
    {
      name: 'definitions come from the source',
      files: details(`${GOOD_URL}arch_x86_64/updates.zip`, 'false'),
    },
    {
      name: 'definitions come from the cloud, which is the fallback',
      files: details('https://go.microsoft.com/fwlink/?linkid=2144709', 'true'),
    },
    {
      name: 'the source was set and no update has been made since',
      files: details('https://go.microsoft.com/fwlink/?linkid=2144709', 'false'),
    },
    {
      name: 'details of an agent that prints no source',
      files: {
        'definitions.txt': 'definitions_status : "up_to_date"\noffline_definition_update : "enabled"\n',
      },
    },
  ],
  blocked: [
    {
      name: 'neither settings nor details',
      files: { 'health.txt': 'healthy : true\n' },
      missing: ['mdatp.managed', 'mdatp.definitions'],
      reason: 'Neither managed settings nor details of definitions are there.',
    },
  ],
  notApplicable: [
    {
      name: 'offline update is disabled',
      files: {
        'definitions.txt': 'definitions_status : "up_to_date"\noffline_definition_update : "disabled"\n',
      },
      reason: 'Definitions do not come from an own source.',
    },
    {
      name: 'a source is kept in the settings of a host that does not use it',
      files: managed({ offlineDefinitionUpdate: 'disabled', offlineDefinitionUpdateUrl: '' }),
    },
    { name: 'the settings do not speak of it', files: managed({ enforcementLevel: 'passive' }) },
  ],
});
