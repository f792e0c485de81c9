import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { hostOutOfMemory } from './host-out-of-memory.ts';

const killed = (pid: number, name: string): string =>
  `Out of memory: Killed process ${pid} (${name}) total-vm:8123456kB, anon-rss:1358820kB\n`;
const limited = (pid: number, name: string): string =>
  `Memory cgroup ${killed(pid, name).replace('Out', 'out')}`;

testAnalyzer(hostOutOfMemory, {
  found: [
    {
      name: 'processes of the host, and one of a container',
      files: {
        dmesg: `[ 10.1] ${killed(7, 'java')}[ 20.1] ${killed(8, 'cc1')}[ 30.1] ${killed(9, 'cc1')}[ 40.1] ${limited(10, 'node')}`,
      },
      findings: [
        {
          text: 'The kernel ended java, cc1 for lack of memory (3×, 10 s after boot – 30 s after boot)',
          at: ['dmesg:1', 'dmesg:2', 'dmesg:3'],
          severity: 'medium',
        },
        {
          text: 'The kernel ended node at the memory limit of a container or service (1×, 40 s after boot)',
          at: ['dmesg:4'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'in the form of old kernels, which print it in two lines',
      files: {
        messages:
          'Nov 23 10:00:00 db-01 kernel: Out of memory: Kill process 7 (java) score 900 or sacrifice child\nNov 23 10:00:00 db-01 kernel: Killed process 7 (java) total-vm:8kB, anon-rss:1kB, file-rss:0kB\n',
      },
      findings: [
        { text: 'The kernel ended java for lack of memory (1×, Nov 23 10:00:00)', at: ['messages:2'] },
      ],
    },
  ],
  clean: [
    { name: 'the agent alone', files: { dmesg: `[ 10.1] ${killed(7, 'wdavdaemon')}` } },
    {
      name: 'a program that was told to end another',
      files: { messages: `Nov 23 10:00:00 db-01 earlyoom[7]: ${killed(7, 'java')}` },
    },
  ],
  blocked: [{ name: 'no log', files: { uname: 'Linux a 5.4.0-1 #1\n' }, missing: ['kernel.log'] }],
});
