import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { foreignFanotifyTaint } from './foreign-fanotify-taint.ts';

const taint = (process: string): string =>
  `${process}: Using fanotify permission checks may lead to deadlock; tainting kernel\n`;
const health = (passive: boolean): string =>
  `healthy                                     : true\napp_version                                 : "101.26062.0007"\nreal_time_protection_enabled                : ${!passive}\npassive_mode_enabled                        : ${passive}\n`;

testAnalyzer(foreignFanotifyTaint, {
  found: [
    {
      name: 'another process, after each of two boots',
      files: {
        'kern.log': `Nov 23 10:00:00 db-01 kernel: [   12.1] ${taint('guardd (900)')}Nov 24 10:00:00 db-01 kernel: [   12.4] ${taint('guardd (911)')}`,
        'dmesg.txt': `[   12.4] ${taint('guardd (911)')}`,
        'health.txt': health(false),
      },
      findings: [
        {
          text: 'The kernel says that guardd asked for fanotify permission events (2×, Nov 23 10:00:00 – Nov 24 10:00:00)',
          at: ['kern.log:1', 'kern.log:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'beside a passive agent',
      files: { 'dmesg.txt': `[   12.4] ${taint('guardd (911)')}`, 'health.txt': health(true) },
      findings: [
        {
          text: 'The kernel says that guardd asked for fanotify permission events, beside a passive agent (1×, 12 s after boot)',
          at: ['dmesg.txt:1'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'the agent itself', files: { dmesg: `[   12.1] ${taint('wdavdaemon (1201)')}` } },
    { name: 'a program that only watches', files: { dmesg: `[   12.1] ${taint('fatrace (1201)')}` } },
  ],
  blocked: [
    { name: 'no log', files: { uname: 'Linux a 5.4.0-1 #1\n' }, missing: ['kernel.log', 'mdatp.agent'] },
  ],
});
