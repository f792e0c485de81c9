import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { hungTasks } from './hung-tasks.ts';

const hung = (task: string, seconds = 120): string =>
  `INFO: task ${task} blocked for more than ${seconds} seconds.\n`;
const FRAME = ' [<ffffffffb16a3c15>] fanotify_handle_event+0x265/0x3a0\n';

testAnalyzer(hungTasks, {
  found: [
    {
      name: 'a task that hangs twice, in dmesg and in syslog',
      files: {
        dmesg: `[  370.1] ${hung('postgres:812')}[  490.1] ${hung('postgres:812', 240)}`,
        syslog: `Nov 23 10:00:00 db-01 kernel: [  370.1] ${hung('postgres:812')}Nov 23 10:02:00 db-01 kernel: [  490.1] ${hung('postgres:812', 240)}`,
      },
      findings: [
        {
          text: 'postgres did not run for more than 240 seconds (2×, Nov 23 10:00:00 – Nov 23 10:02:00)',
          at: ['syslog:1', 'syslog:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a task that waits for its disk beside one that waits in fanotify',
      files: { dmesg: `[ 1.1] ${hung('nfsd:9')}${FRAME}[ 2.1] ${hung('kworker/0:1:77')}` },
      findings: [
        { text: 'kworker/0:1 did not run for more than 120 seconds (1×, 2 s after boot)', at: ['dmesg:3'] },
      ],
    },
  ],
  clean: [
    { name: 'a task that waits in fanotify alone', files: { dmesg: `[ 1.1] ${hung('nfsd:9')}${FRAME}` } },
    {
      name: 'another program that repeats the words',
      files: { messages: `Nov 23 10:00:00 db-01 watch[7]: ${hung('nfsd:9')}` },
    },
  ],
  blocked: [{ name: 'no log', files: { uname: 'Linux a 5.4.0-1 #1\n' }, missing: ['kernel.log'] }],
});
