import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { highAgentCpu } from './high-agent-cpu.ts';

const DAEMON = '/opt/microsoft/mdatp/sbin/wdavdaemon';
const ps = (...rows: readonly (readonly [share: string, time: string, command: string])[]): string =>
  `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1 0.0 0.1 1 1 ? Ss Oct02 0:31 /sbin/init\n${rows
    .map(
      ([share, time, command], index) =>
        `root ${index + 20} ${share} 0.1 1 1 ? Ssl Oct02 ${time} ${command}\n`,
    )
    .join('')}`;
const top = (...shares: readonly string[]): string =>
  shares
    .map(
      (share) =>
        `top - 09:12:10 up 15 days,  5:10,  1 user,  load average: 0.21, 0.27, 0.30\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n   1183 root      20   0 1738240 298312  41120 S  ${share}   0.9 131:09.44 wdavdaemon\n\n`,
    )
    .join('');

testAnalyzer(highAgentCpu, {
  found: [
    {
      name: 'three samples',
      files: { 'top.txt': top('92.0', '80.0', '97.0') },
      findings: [
        {
          text: 'wdavdaemon took 89.7 % of one core on average in 3 samples',
          at: ['top.txt:3', 'top.txt:7', 'top.txt:11'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'daemons that run for days, together',
      files: { ps: ps(['30.5', '1402:11', DAEMON], ['15.0', '711:40', `${DAEMON} unprivileged 21 20`]) },
      findings: [
        {
          text: 'wdavdaemon has taken 45.5 % of one core on average since it started',
          at: ['ps:3', 'ps:4'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'the summary of the client analyzer',
      files: { 'top_summary.txt': 'command,samples,cpu_mean,cpu_max\nwdavdaemon,30,81.5,99.0\n' },
      findings: [
        {
          text: 'A process of wdavdaemon took 81.5 % of one core on average in 30 samples',
          at: ['top_summary.txt:2'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'one high sample among many', files: { 'top.txt': top('99.0', '2.0', '1.0', '3.0') } },
    { name: 'daemons that rest', files: { ps: ps(['0.6', '131:22', DAEMON]) } },
    {
      name: 'a high share of a daemon that has just started, and samples that are low',
      files: { ps: ps(['95.0', '0:12', DAEMON]), 'top.txt': top('4.0', '3.0', '5.0') },
    },
  ],
  blocked: [
    {
      name: 'one high sample alone',
      files: { 'top.txt': top('99.0') },
      reason: 'No mean of the load is in the bundle: neither several samples nor daemons that run for long.',
    },
    {
      name: 'a daemon that has just started',
      files: { ps: ps(['95.0', '0:12', DAEMON]) },
      reason: 'No mean of the load is in the bundle: neither several samples nor daemons that run for long.',
    },
    {
      name: 'a list of processes without shares',
      files: {
        ps: `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\nroot 20 1 0 10:00 ? 25:00:00 ${DAEMON}\n`,
      },
      reason: 'No mean of the load is in the bundle: neither several samples nor daemons that run for long.',
    },
    {
      name: 'no daemon',
      files: { ps: ps(['0.0', '0:12', '/usr/sbin/sshd']) },
      reason: 'No daemon of the agent runs.',
    },
  ],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
    },
  ],
});
