import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingProcesses } from './missing-processes.ts';

const DAEMON = '/opt/microsoft/mdatp/sbin/wdavdaemon';
const EDR = `${DAEMON} edr 16 15 --log_level info`;
const ENGINE = `${DAEMON} unprivileged 21 20 22 --log_level info`;

const ps = (...commands: readonly string[]): string =>
  [
    '    PID    PPID USER     %CPU %MEM    VSZ   RSS TT       STAT  STARTED     TIME COMMAND',
    '      1       0 root      0.0  0.0 167892 13104 ?        Ss     Sep 29 00:02:11 /sbin/init splash',
    ...commands.map(
      (one, index) =>
        `   ${1200 + index}       1 root      0.6  0.9 1738240 298312 ?        Ssl    Sep 29 02:11:09 ${one}`,
    ),
    '',
  ].join('\n');

const health = (active: boolean, licensed = true): string =>
  `licensed : ${licensed}\napp_version : "101.26062.0007"\nreal_time_protection_enabled : ${active}\npassive_mode_enabled : ${!active}\n`;

const xml = (av: string, edr: string, telemetry: string): string =>
  `<mdatp><device_info>\n<av_process_status>${av}</av_process_status>\n<edr_process_status>${edr}</edr_process_status>\n<telemetry_process_status>${telemetry}</telemetry_process_status>\n</device_info></mdatp>\n`;

const PS = 'process_information.txt';

testAnalyzer(missingProcesses, {
  found: [
    {
      name: 'the engine does not run though protection is on',
      files: { [PS]: ps(DAEMON, EDR), 'health.txt': health(true), 'mde.xml': '<mdatp/>' },
      findings: [
        {
          text: 'Real-time protection is on and the antivirus engine (wdavdaemon unprivileged) does not run',
          at: ['absent: wdavdaemon unprivileged', `${PS}:3`, 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'the detection part does not run',
      files: { [PS]: ps(DAEMON, ENGINE), 'health.txt': health(false), 'mde.xml': '<mdatp/>' },
      findings: [
        {
          text: 'The daemon runs without its detection and response part (wdavdaemon edr)',
          at: ['absent: wdavdaemon edr', `${PS}:3`],
          severity: 'high',
        },
      ],
    },
    {
      name: 'the client analyzer saw parts that are down',
      files: { 'mde.xml': xml('Down', 'Running', 'Down'), 'health.txt': health(true) },
      findings: [
        {
          text: 'Real-time protection is on and the antivirus engine (wdavdaemon unprivileged) does not run',
          at: ['mde.xml:2', 'health.txt:3'],
          severity: 'high',
        },
        {
          text: 'The client analyzer found the telemetry process of the agent Down',
          at: ['mde.xml:4'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'all parts run',
      files: {
        [PS]: ps(DAEMON, EDR, ENGINE),
        'health.txt': health(true),
        'mde.xml': xml('Running', 'Running', 'Running'),
      },
    },
    {
      name: 'a passive agent without its engine',
      files: { [PS]: ps(DAEMON, EDR), 'health.txt': health(false), 'mde.xml': '<mdatp/>' },
    },
    {
      name: 'a host that belongs to no tenant yet',
      files: { [PS]: ps(DAEMON, ENGINE), 'health.txt': health(true, false), 'mde.xml': '<mdatp/>' },
    },
    {
      name: 'ps shows a part that the client analyzer missed',
      files: {
        [PS]: ps(DAEMON, EDR, ENGINE),
        'health.txt': health(true),
        'mde.xml': xml('Error', 'Down', 'Running'),
      },
    },
    {
      name: 'the old name of the detection part',
      files: {
        [PS]: ps(DAEMON, `${DAEMON} enterprise 9`, ENGINE),
        'health.txt': health(true),
        'mde.xml': '<mdatp/>',
      },
    },
  ],
  blocked: [
    {
      name: 'no processes',
      files: { 'health.txt': health(true), 'mde_user.txt': 'uid=997(mdatp) gid=995(mdatp)\n' },
      reason: 'The processes are not in the bundle.',
    },
    {
      name: 'three daemons of the same name, as agents of 2020 ran them',
      files: { [PS]: ps(DAEMON, DAEMON, DAEMON), 'health.txt': health(true), 'mde.xml': '<mdatp/>' },
      reason: 'The list of processes does not show the arguments that tell the parts apart.',
    },
  ],
  notApplicable: [
    {
      name: 'the daemon itself does not run, which is another check',
      files: { [PS]: ps('/usr/sbin/sshd -D'), 'health.txt': health(true), 'mde.xml': '<mdatp/>' },
      reason: 'The daemon itself does not run.',
    },
  ],
});
