import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { otherFanotifyUser } from './other-fanotify-user.ts';

const HEAD =
  'COMMAND     PID   TID TASKCMD   USER   FD      TYPE             DEVICE  SIZE/OFF       NODE NAME\n';
const row = (command: string, pid: number): string =>
  `${command.padEnd(9)} ${pid}                root   21r  a_inode               0,14         0       1057 [fanotify]\n`;
const health = (passive: boolean): string =>
  `healthy                                     : true\napp_version                                 : "101.26062.0007"\nreal_time_protection_enabled                : ${!passive}\npassive_mode_enabled                        : ${passive}\n`;

testAnalyzer(otherFanotifyUser, {
  found: [
    {
      name: 'another process holds a group',
      files: { 'lsof.txt': HEAD + row('wdavdaemo', 1201) + row('guardd', 900), 'health.txt': health(false) },
      findings: [
        { text: 'guardd holds a fanotify group beside the agent', at: ['lsof.txt:3'], severity: 'high' },
      ],
    },
    {
      name: 'the kernel says of it that it holds accesses, after each boot',
      files: {
        'lsof.txt': HEAD + row('guardd', 900),
        'dmesg.txt':
          '[   12.1] guardd (900): Using fanotify permission checks may lead to deadlock; tainting kernel\n'.repeat(
            2,
          ),
        'health.txt': health(false),
      },
      findings: [
        {
          text: 'guardd holds a fanotify group beside the agent, and asked to hold accesses',
          at: ['lsof.txt:2', 'dmesg.txt:1'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'beside a passive agent',
      files: { 'lsof.txt': HEAD + row('guardd', 900), 'health.txt': health(true) },
      findings: [
        {
          text: 'guardd holds a fanotify group; the agent is passive beside it',
          at: ['lsof.txt:2'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'programs that only want to be told of changes, cut by lsof or in full',
      files: {
        'lsof.txt': HEAD + row('tracker-m', 700) + row('fatrace', 701),
        'health.txt': health(false),
      },
    },
    {
      name: 'the agent alone',
      files: { 'lsof.txt': HEAD + row('wdavdaemo', 1201), 'health.txt': health(false) },
    },
    {
      name: 'the agent in the kernel log',
      files: {
        'lsof.txt': HEAD,
        dmesg:
          '[   12.1] wdavdaemon (1201): Using fanotify permission checks may lead to deadlock; tainting kernel\n',
        'health.txt': health(false),
      },
    },
  ],
  blocked: [
    {
      name: 'no list of open files',
      files: { 'health.txt': health(false) },
      reason: 'The list of open files is not in the bundle.',
    },
    {
      name: 'the kernel names a process, and whether it still runs is not told',
      files: {
        dmesg:
          '[   12.1] guardd (900): Using fanotify permission checks may lead to deadlock; tainting kernel\n',
        'health.txt': health(false),
      },
      reason: 'The list of open files is not in the bundle.',
    },
  ],
});
