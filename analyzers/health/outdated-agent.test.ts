import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { outdatedAgent } from './outdated-agent.ts';

const agent = (version: string) => ({ 'health.txt': `healthy : true\napp_version : "${version}"\n` });

testAnalyzer(outdatedAgent, {
  found: [
    {
      name: 'three builds are newer',
      files: agent('101.24062.0001'),
      collectedAt: '2024-12-01T00:00:00Z',
      findings: [
        {
          text: 'Agent 101.24062.0001 is at least 3 releases behind 101.24092.0002, which was out by 2024-12-01',
          at: ['health.txt:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a version of three short parts is older than one of five digits',
      files: agent('101.98.30'),
      collectedAt: '2023-08-01T00:00:00Z',
      findings: [
        {
          text: 'Agent 101.98.30 is at least 5 releases behind 101.23062.0010, which was out by 2023-08-01',
          at: ['health.txt:2'],
        },
      ],
    },
    {
      name: 'the version is that of the package',
      files: {
        'sos_commands/dpkg/dpkg_-l':
          'Desired=Unknown\n||/ Name  Version  Architecture Description\n+++-====\nii  mdatp  101.24012.0001  amd64  Microsoft Defender\nii  bash  5.1  amd64  shell\n',
      },
      collectedAt: '2024-12-01T00:00:00Z',
      findings: [
        {
          text: 'Agent 101.24012.0001 is at least 8 releases behind 101.24092.0002, which was out by 2024-12-01',
          at: ['sos_commands/dpkg/dpkg_-l:4'],
        },
      ],
    },
  ],
  clean: [
    { name: 'the newest', files: agent('101.24092.0002'), collectedAt: '2024-12-01T00:00:00Z' },
    { name: 'two builds are newer', files: agent('101.24072.0001'), collectedAt: '2024-12-01T00:00:00Z' },
    {
      name: 'two builds are newer, one of them with three patches',
      files: agent('101.23072.0021'),
      collectedAt: '2023-11-20T00:00:00Z',
    },
    {
      name: 'newer ones came out after the bundle was collected',
      files: agent('101.24012.0001'),
      collectedAt: '2024-04-01T00:00:00Z',
    },
    {
      name: 'a version newer than all that are known',
      files: agent('101.26092.0001'),
      collectedAt: '2026-10-14T00:00:00Z',
    },
  ],
  blocked: [
    {
      name: 'no health output',
      files: { 'mde.xml': '<mdatp><device_info></device_info></mdatp>' },
      missing: ['mdatp.health'],
    },
    {
      name: 'the time of collection is unknown',
      files: agent('101.24062.0001'),
      missing: ['bundle.collection-time'],
      reason: 'Nothing tells when the bundle was collected.',
    },
    {
      name: 'the list has a gap before the collection',
      files: agent('101.25062.0003'),
      collectedAt: '2025-09-01T00:00:00Z',
      reason: 'The list of releases has none from the months before the bundle was collected.',
    },
    {
      name: 'the bundle is younger than the list',
      files: agent('101.27012.0001'),
      collectedAt: '2027-03-01T00:00:00Z',
      reason: 'The list of releases has none from the months before the bundle was collected.',
    },
    {
      name: 'the version of detection and response',
      files: agent('30.126062.0007.0'),
      collectedAt: '2026-10-14T00:00:00Z',
      reason: '30.126062.0007.0 is no version of the agent for Linux.',
    },
    {
      name: 'a version of macOS',
      files: agent('20.122071.17543.0'),
      collectedAt: '2026-10-14T00:00:00Z',
      reason: '20.122071.17543.0 is no version of the agent for Linux.',
    },
  ],
  notApplicable: [
    {
      name: 'no agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
    },
  ],
});
