import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { thirdPartyProtection } from './third-party-protection.ts';

const ps = (...commands: readonly string[]): string =>
  [
    'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
    'root         1  0.0  0.0  21452  1536 ?        Ss   Mar09   0:01 /sbin/init',
    ...commands.map(
      (command, index) =>
        `root      ${1000 + index}  0.5  1.0 100000 20000 ?        Ssl  Mar09   0:10 ${command}`,
    ),
    '',
  ].join('\n');

const health = (passive: boolean): string =>
  `healthy                                     : true\napp_version                                 : "101.26062.0007"\nreal_time_protection_enabled                : ${!passive}\npassive_mode_enabled                        : ${passive}\n`;

testAnalyzer(thirdPartyProtection, {
  found: [
    {
      name: 'a product runs beside active protection',
      files: { ps: ps('/opt/ds_agent/ds_agent -w /var/opt/ds_agent'), 'health.txt': health(false) },
      findings: [
        {
          text: 'Trend Micro Deep Security / Vision One runs while real-time protection of the agent is on',
          at: ['ps:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a product runs beside a passive agent',
      files: { ps: ps('/opt/ds_agent/ds_agent -w /var/opt/ds_agent'), 'health.txt': health(true) },
      findings: [
        {
          text: 'Trend Micro Deep Security / Vision One runs; the agent is passive beside it',
          at: ['ps:3'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'health is not in the bundle',
      files: { ps: ps('/opt/ds_agent/ds_agent') },
      findings: [
        {
          text: 'Trend Micro Deep Security / Vision One runs; whether real-time protection of the agent is on is not in the bundle',
          at: ['ps:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a package without a process',
      files: {
        ps: ps(),
        'installed-rpms': 'mdatp-101.26062.0007-1.x86_64\nds_agent-20.0.0-1.el8.x86_64\n',
        'health.txt': health(false),
      },
      findings: [
        {
          text: 'Trend Micro Deep Security / Vision One is installed but was not seen running',
          at: ['installed-rpms:2'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a package, and no list of what runs',
      files: { 'installed-rpms': 'mdatp-101.26062.0007-1.x86_64\nds_agent-20.0.0-1.el8.x86_64\n' },
      findings: [
        {
          text: 'Trend Micro Deep Security / Vision One is installed; whether it runs is not in the bundle',
          at: ['installed-rpms:2'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'only the processes that the client analyzer picked out',
      files: {
        'conflicting_processes_information.txt':
          'conflicting security tools\n==========================\ntrendmicro - ds_agent:\nroot      1502  0.0  0.0  98216  4108 ?        Ss   Aug31   0:10 /opt/ds_agent/ds_agent -w /var/opt/ds_agent\n',
        'health.txt': health(false),
      },
      findings: [
        {
          text: 'Trend Micro Deep Security / Vision One runs while real-time protection of the agent is on',
          at: ['conflicting_processes_information.txt:4'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'only the summary of the client analyzer',
      files: {
        'mde.xml':
          '<mdatp><device_info>\n<conflicting_agents>trendmicro, mcafee</conflicting_agents>\n</device_info></mdatp>',
      },
      findings: [
        {
          text: 'The client analyzer found McAfee / Trellix ENSL among the processes, which are not in the bundle',
          at: ['mde.xml:2'],
          severity: 'medium',
        },
        {
          text: 'The client analyzer found Trend Micro Deep Security / Vision One among the processes, which are not in the bundle',
          at: ['mde.xml:2'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the client analyzer took an editor for a product',
      files: {
        'conflicting_processes_information.txt':
          'conflicting security tools\n==========================\nmcafee - cmdagent:\nops       2210  0.0  0.0  14216  4108 pts/0    S+   09:12   0:00 vim cmdagent.conf\n',
        'health.txt': health(false),
      },
    },
    {
      name: 'programs that only collect',
      files: { ps: ps('/usr/bin/falco -c x', '/var/ossec/bin/wazuh-syscheckd'), 'health.txt': health(false) },
    },
    {
      name: 'no traces',
      files: { ps: ps('/opt/microsoft/mdatp/sbin/wdavdaemon'), 'health.txt': health(false) },
    },
    {
      name: 'a short name that other programs bear',
      files: { ps: ps('/usr/local/bin/pmd check', 'vim ds_agent.conf'), 'health.txt': health(false) },
    },
  ],
  blocked: [
    {
      name: 'nothing that could show one',
      files: { 'health.txt': health(false) },
      reason: 'Neither processes, packages nor units are in the bundle.',
    },
  ],
});
