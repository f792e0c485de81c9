import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unexcludedAuditBinaries } from './unexcluded-audit-binaries.ts';

const SEEN = 'conflicting_processes_information.txt';
const BINARIES = 'conflicting binaries\n====================\n/usr/bin/adclient, /usr/local/sbin/haproxy\n';
const health = (version: string): string => `healthy : true\napp_version : "${version}"\n`;
const OLD = { 'health.txt': health('101.24072.0001'), 'mde_user.txt': 'uid=997(mdatp) gid=997(mdatp)\n' };
const rules = (...lines: readonly string[]): string =>
  `sudo auditctl -l\n================\n${lines.map((one) => `${one}\n`).join('')}`;

testAnalyzer(unexcludedAuditBinaries, {
  found: [
    {
      name: 'two programs, one of which a rule leaves out',
      files: {
        ...OLD,
        [SEEN]: BINARIES,
        'auditd_info.txt': rules(
          '-a never,exit -S all -F exe=/usr/bin/adclient',
          '-a always,exit -F arch=b64 -S execve -F key=mdatp',
        ),
      },
      findings: [
        {
          text: '/usr/local/sbin/haproxy is on the host and no audit rule leaves it out',
          at: [`${SEEN}:3`, 'absent: a rule that excludes /usr/local/sbin/haproxy'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'only the summary tells',
      files: {
        ...OLD,
        'mde.xml':
          '<mdatp><device_info>\n<conflicting_binaries>/usr/bin/adclient</conflicting_binaries>\n</device_info></mdatp>',
      },
      findings: [
        { text: '/usr/bin/adclient is on the host and no audit rule leaves it out', at: ['mde.xml:2'] },
      ],
    },
  ],
  clean: [
    { name: 'none', files: { ...OLD, [SEEN]: 'No Known Conflicts\n' } },
    {
      name: 'an agent in the way, which is another check',
      files: {
        ...OLD,
        [SEEN]:
          'conflicting security tools\n====\nmcafee - masvc:\nroot 1 0.0 0.0 1 1 ? Ss Aug31 0:10 /opt/McAfee/agent/bin/masvc self_start\n',
      },
    },
  ],
  blocked: [
    {
      name: 'the client analyzer did not look',
      files: OLD,
      reason: 'The client analyzer did not look for them.',
    },
  ],
  notApplicable: [
    {
      name: 'an agent that reads by eBPF',
      files: {
        'health.txt': health('101.26062.0007'),
        'mde_user.txt': 'uid=997(mdatp) gid=997(mdatp)\n',
        [SEEN]: BINARIES,
      },
      reason: 'The agent does not read its events from auditd (101.26062.0007).',
    },
  ],
});
