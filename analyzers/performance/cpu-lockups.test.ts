import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { cpuLockups } from './cpu-lockups.ts';

const SOFT = 'watchdog: BUG: soft lockup - CPU#1 stuck for 22s! [kswapd0:41]\n';
const HARD = 'NMI watchdog: Watchdog detected hard LOCKUP on cpu 3\n';
const RCU = 'rcu: INFO: rcu_sched self-detected stall on CPU\n';

testAnalyzer(cpuLockups, {
  found: [
    {
      name: 'soft and hard lockups in two logs',
      files: {
        dmesg: `[ 10.1] ${SOFT}[ 32.1] ${SOFT}[ 40.1] ${HARD}`,
        messages: `Nov 23 10:00:10 db-01 kernel: ${SOFT}Nov 23 10:00:32 db-01 kernel: ${SOFT}`,
      },
      findings: [
        {
          text: 'Processors were stuck: soft lockup, hard lockup (3×, 10 s after boot – 40 s after boot)',
          at: ['dmesg:1', 'dmesg:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'stalls of RCU alone',
      files: { dmesg: `[ 10.1] ${RCU}` },
      findings: [
        {
          text: 'Processors kept the kernel waiting: RCU stall (1×, 10 s after boot)',
          at: ['dmesg:1'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a kernel that is known to hang with eBPF',
      files: {
        dmesg: `[ 10.1] ${SOFT}`,
        uname: 'Linux db-01 5.15.0-0.30.20.el8uek.x86_64 #2 SMP x86_64 GNU/Linux\n',
        'etc/os-release': 'NAME="Oracle Linux Server"\nID="ol"\nVERSION_ID="8.8"\n',
        'health.txt':
          'healthy                                     : true\napp_version                                 : "101.24052.0002"\nsupplementary_events_subsystem              : "ebpf"\n',
      },
      findings: [
        {
          text: 'Processors were stuck on kernel 5.15.0-0.30.20.el8uek.x86_64, which is known to hang with eBPF: soft lockup (1×, 10 s after boot)',
          at: ['dmesg:1', 'uname:1'],
          severity: 'critical',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a watchdog that was set up',
      files: { dmesg: '[ 0.1] NMI watchdog: Enabled. Permanently consumes one hw-PMU counter.\n' },
    },
    {
      name: 'another program that repeats the words',
      files: { messages: `Nov 23 10:00:00 db-01 watch[7]: ${SOFT}` },
    },
  ],
  blocked: [
    {
      name: 'no log',
      files: { uname: 'Linux a 5.4.0-1 #1\n' },
      missing: ['kernel.log', 'host.distribution', 'mdatp.health'],
    },
  ],
});
