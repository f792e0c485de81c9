import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { agentOutOfMemory } from './agent-out-of-memory.ts';

const killed = (pid: number, name = 'wdavdaemon'): string =>
  `Out of memory: Killed process ${pid} (${name}) total-vm:8123456kB, anon-rss:1358820kB\n`;
const GROUP = '/system.slice/mdatp.service';

testAnalyzer(agentOutOfMemory, {
  found: [
    {
      name: 'the daemon and its plugin, each told by two logs',
      files: {
        dmesg: `[ 10.1] ${killed(1433)}[ 20.1] ${killed(1500, 'mdatp_audisp_pl')}`,
        messages: `Nov 23 10:00:00 db-01 kernel: ${killed(1433)}Nov 23 10:00:10 db-01 kernel: ${killed(1500, 'mdatp_audisp_pl')}`,
      },
      findings: [
        {
          text: 'The kernel ended wdavdaemon, mdatp_audisp_pl of the agent for lack of memory (2×, Nov 23 10:00:00 – Nov 23 10:00:10)',
          at: ['messages:1', 'messages:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'at the limit of its own service',
      files: {
        dmesg: `[ 10.1] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=${GROUP},task_memcg=${GROUP},task=wdavdaemon,pid=1433,uid=0\n[ 10.2] Memory cgroup ${killed(1433).replace('Out', 'out')}`,
      },
      findings: [
        {
          text: 'The kernel ended wdavdaemon of the agent at the memory limit of /system.slice/mdatp.service (1×, 10 s after boot)',
          at: ['dmesg:2'],
        },
      ],
    },
    {
      name: 'at a limit, in a log that starts behind the reason',
      files: { dmesg: `[ 10.2] Memory cgroup ${killed(1433).replace('Out', 'out')}` },
      findings: [
        {
          text: 'The kernel ended wdavdaemon of the agent at the memory limit of a control group (1×, 10 s after boot)',
          at: ['dmesg:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'another process', files: { dmesg: `[ 10.1] ${killed(7, 'java')}` } },
    { name: 'a quiet kernel', files: { dmesg: '[    0.0] Linux version 6.1.0-40-amd64\n' } },
  ],
  blocked: [
    {
      name: 'no log',
      files: { uname: 'Linux a 5.4.0-1 #1\n' },
      missing: ['kernel.log'],
    },
  ],
});
