import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { serviceNotRunning } from './service-not-running.ts';

const status = (active: string): string =>
  [
    '● mdatp.service - Microsoft Defender',
    '     Loaded: loaded (/usr/lib/systemd/system/mdatp.service; enabled; vendor preset: disabled)',
    `     Active: ${active}`,
    '',
  ].join('\n');

const ps = (...commands: readonly string[]): string =>
  [
    'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
    'root         1  0.0  0.0  21452  1536 ?        Ss   Mar09   0:01 /sbin/init',
    ...commands.map((one) => `root      1200  0.5  1.0 100000 20000 ?        Ssl  Mar09   0:10 ${one}`),
    '',
  ].join('\n');

const SINCE = 'since Sat 2026-03-14 12:00:00 UTC; 2s ago';
const DAEMON = '/opt/microsoft/mdatp/sbin/wdavdaemon';
const RPMS = 'mdatp-101.26062.0007-1.x86_64\n';

testAnalyzer(serviceNotRunning, {
  found: [
    {
      name: 'it is started again and again',
      files: { 'service_status.txt': status(`activating (auto-restart) (Result: exit-code) ${SINCE}`) },
      findings: [
        {
          text: 'The service mdatp ends and is started again and again: its state is activating (auto-restart)',
          at: ['service_status.txt:3'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'it failed',
      files: { 'service_status.txt': status(`failed (Result: signal) ${SINCE}`), ps: ps() },
      findings: [
        {
          text: 'The service mdatp has failed: its state is failed, its result signal',
          at: ['service_status.txt:3'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'it was stopped, by the list of units of a sosreport',
      files: {
        'sos_commands/systemd/systemctl_list-units_--all':
          '  UNIT LOAD ACTIVE SUB DESCRIPTION\n  mdatp.service loaded inactive dead Microsoft Defender\n',
      },
      findings: [
        {
          text: 'The service mdatp does not run: its state is inactive (dead)',
          at: ['sos_commands/systemd/systemctl_list-units_--all:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'it was starting',
      files: { 'service_status.txt': status(`activating (start) ${SINCE}`) },
      findings: [
        {
          text: 'The service mdatp was on its way when the bundle was collected: its state is activating (start)',
          at: ['service_status.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'somebody started the daemon by hand',
      files: { 'service_status.txt': status('inactive (dead)'), ps: ps(DAEMON) },
      findings: [
        {
          text: 'The daemon runs though the service mdatp is inactive (dead): something else started it',
          at: ['service_status.txt:3', 'ps:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'only the processes tell',
      files: { ps: ps('/usr/sbin/sshd -D'), 'installed-rpms': RPMS },
      findings: [
        {
          text: 'The agent is installed and no process wdavdaemon was among 2 processes',
          at: ['absent: a process wdavdaemon', 'installed-rpms:1'],
          severity: 'critical',
        },
      ],
    },
  ],
  clean: [
    { name: 'it runs', files: { 'service_status.txt': status(`active (running) ${SINCE}`) } },
    {
      name: 'it is told to read its settings',
      files: { 'service_status.txt': status(`reloading (reload) ${SINCE}`) },
    },
    { name: 'upstart runs it', files: { 'service_status.txt': 'mdatp start/running, process 1966\n' } },
    { name: 'its daemon runs', files: { ps: ps(DAEMON), 'installed-rpms': RPMS } },
  ],
  blocked: [
    {
      name: 'neither service nor processes',
      files: { 'installed-rpms': RPMS },
      reason: 'Neither the service nor the processes are in the bundle.',
    },
    {
      name: 'a host that may never have had the agent',
      files: { ps: ps() },
      reason: 'Whether the agent is installed is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: { ps: ps(), 'installed-rpms': 'bash-5.1.8-6.el9.x86_64\n' },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
