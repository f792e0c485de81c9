import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { ebpfLoadErrors } from './ebpf-load-errors.ts';

const LOG = 'microsoft_defender_core_err.log';
const said = (level: string, message: string): string =>
  `[1402][1544][2026-09-22 19:33:41.100069 UTC][${level}]: ${message}\n`;
const LOCKDOWN =
  'Lockdown: wdavdaemon: use of bpf to read kernel RAM is restricted; see man kernel_lockdown.7\n';
const health = (subsystem: string): string =>
  `healthy                                     : true\napp_version                                 : "101.26062.0007"\nsupplementary_events_subsystem              : "${subsystem}"\n`;

testAnalyzer(ebpfLoadErrors, {
  found: [
    {
      name: 'what the agent and the kernel say',
      files: {
        [LOG]:
          said('error', 'Failed to load eBPF program') +
          said('error', 'libbpf: prog exit: BPF program load failed'),
        'dmesg.txt': `[ 9.1] ${LOCKDOWN}[ 9.2] BPF: Invalid name\n`,
        'health.txt': health('netlink'),
      },
      findings: [
        {
          text: 'Lockdown of the kernel refuses to the agent what its eBPF programs need (1×, 9 s after boot)',
          at: ['dmesg.txt:1'],
          severity: 'medium',
        },
        {
          text: 'The agent logs a failure of eBPF: Failed to load eBPF program (2×, 2026-09-22 19:33:41 UTC)',
          at: [`${LOG}:1`, `${LOG}:2`],
          severity: 'medium',
        },
        {
          text: 'The kernel refused programs or type data of eBPF to somebody: BPF: Invalid name (1×, 9 s after boot)',
          at: ['dmesg.txt:2'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a failure that is over',
      files: { [LOG]: said('error', 'Failed to load eBPF program'), 'health.txt': health('ebpf') },
      findings: [
        {
          text: 'The agent logs a failure of eBPF: Failed to load eBPF program (1×, 2026-09-22 19:33:41 UTC)',
          at: [`${LOG}:1`],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'other errors, and news of eBPF',
      files: {
        [LOG]:
          said('error', 'Upload of 58 events failed: HTTP 407') +
          said('info', 'Supplementary event provider: ebpf'),
      },
    },
    {
      name: 'what lockdown refuses to others',
      files: { 'dmesg.txt': `[ 9.1] ${LOCKDOWN.replace('wdavdaemon', 'systemd')}` },
    },
  ],
  blocked: [
    {
      name: 'no logs',
      files: { 'health.txt': health('netlink') },
      reason: 'Neither the log of the kernel nor those of the agent are in the bundle.',
    },
  ],
});
