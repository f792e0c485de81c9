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
  ],
  clean: [
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
      reason: 'Neither processes, modules, packages nor units are in the bundle.',
    },
  ],
});
