import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { agentNotInstalled } from './agent-not-installed.ts';

const rpms = (...names: readonly string[]): string => `${names.join('\n')}\n`;
const summary = (status: string): string =>
  `<mdatp><device_info>\n<MDATP_Status display_name="MDATP">${status}</MDATP_Status>\n</device_info></mdatp>\n`;

testAnalyzer(agentNotInstalled, {
  found: [
    {
      name: 'a host that never had it',
      files: { 'installed-rpms': rpms('bash-5.1.8-6.el9.x86_64', 'glibc-2.34-100.el9.x86_64') },
      findings: [
        {
          text: 'The agent is not installed; nothing shows that it should be',
          at: ['absent: package mdatp'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'the client analyzer did not find it',
      files: { 'mde.xml': summary('Not Installed') },
      findings: [
        {
          text: 'The agent is not installed, but was or should be: a run of the client analyzer',
          at: ['mde.xml:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'its user and the package beside it are left',
      files: {
        'installed-rpms': rpms('bash-5.1.8-6.el9.x86_64', 'mde-netfilter-100.69.73-1.x86_64'),
        'etc/passwd': 'root:x:0:0::/root:/bin/bash\nmdatp:x:997:995::/home/mdatp:/usr/sbin/nologin\n',
      },
      findings: [
        {
          text: 'The agent is not installed, but was or should be: the package mde-netfilter',
          at: ['absent: package mdatp', 'installed-rpms:2', 'etc/passwd:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'dpkg keeps the settings of a removed package',
      files: {
        'installed-debs':
          'Desired=Unknown/Install/Remove/Purge/Hold\nrc  mdatp  101.25062.0003  amd64  Defender\nii  bash  5.1  amd64  shell\n',
      },
      findings: [
        {
          text: 'The agent is not installed, but was or should be: the package mdatp in state rc',
          at: ['absent: package mdatp', 'installed-debs:2'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the package is there',
      files: { 'installed-rpms': rpms('bash-5.1.8-6.el9.x86_64', 'mdatp-101.25062.0003-1.x86_64') },
    },
    { name: 'it answers', files: { 'health.txt': 'healthy : true\napp_version : "101.25062.0003"\n' } },
  ],
  blocked: [
    {
      name: 'a bundle that does not tell',
      files: { 'mde.xml': summary('Installed').replace('Installed', '') },
      reason: 'Nothing tells whether the agent is installed.',
    },
  ],
});
