import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { taintedKernel } from './tainted-kernel.ts';

const OUT_OF_TREE = 'loading out-of-tree module taints kernel.\n';
const UNSIGNED = 'module verification failed: signature and/or required key missing - tainting kernel\n';
const LSMOD = 'Module                  Size  Used by\ntscan                  94208  2\n';

testAnalyzer(taintedKernel, {
  found: [
    {
      name: 'a module that nobody knows, in two logs, and where it is loaded',
      files: {
        'proc/sys/kernel/tainted': '12288\n',
        lsmod: LSMOD,
        dmesg: `[ 10.1] tscan: ${OUT_OF_TREE}[ 10.2] tscan: ${UNSIGNED}`,
        messages: `Nov 23 10:00:00 db-01 kernel: tscan: ${OUT_OF_TREE}Nov 23 10:00:00 db-01 kernel: tscan: ${UNSIGNED}`,
      },
      findings: [
        {
          text: 'Modules that are not of the distribution taint the kernel: tscan (out-of-tree, unsigned)',
          at: ['messages:1', 'messages:2', 'proc/sys/kernel/tainted:1', 'lsmod:2'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'a module of a known product beside others',
      files: {
        dmesg: `[ 10.1] spl: ${OUT_OF_TREE}[ 10.2] zfs: module license 'CDDL' taints kernel.\n[ 11.1] dsa_filter: module license 'Proprietary' taints kernel.\n`,
      },
      findings: [
        {
          text: 'Modules that are not of the distribution taint the kernel: spl, zfs (out-of-tree, proprietary)',
          at: ['dmesg:1', 'dmesg:2'],
        },
        {
          text: 'Trend Micro Deep Security / Vision One taints the kernel by dsa_filter (proprietary)',
          at: ['dmesg:3'],
        },
      ],
    },
    {
      name: 'flags alone',
      files: { 'proc/sys/kernel/tainted': '4097\n', dmesg: '[ 0.0] Linux version 6.1.0-40-amd64\n' },
      findings: [
        {
          text: 'A module taints the kernel (flags PO); the log no longer says which',
          at: ['proc/sys/kernel/tainted:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'no taint', files: { 'proc/sys/kernel/tainted': '0\n' } },
    {
      name: 'a taint of an earlier boot',
      files: {
        'proc/sys/kernel/tainted': '0\n',
        'messages.1': `Nov  1 10:00:00 a kernel: tscan: ${OUT_OF_TREE}`,
      },
    },
    { name: 'a warning and a live patch', files: { 'proc/sys/kernel/tainted': '33280\n' } },
    { name: 'a module of the agent', files: { dmesg: `mdatp_talpa_core: ${OUT_OF_TREE}` } },
  ],
  blocked: [
    {
      name: 'nothing that tells',
      files: { 'health.txt': 'healthy                                     : true\n' },
      reason: 'Neither the taint of the kernel nor its messages are in the bundle.',
    },
  ],
});
