import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { thirdPartyKernelModule } from './third-party-kernel-module.ts';

const lsmod = (...names: readonly string[]): string =>
  `Module                  Size  Used by\next4                  737280  1\n${names.map((one) => `${one.padEnd(22)} 16384  0\n`).join('')}`;
const health = (active: boolean): string =>
  `healthy : true\napp_version : "101.26062.0007"\nreal_time_protection_enabled : ${active}\npassive_mode_enabled : ${!active}\n`;
const HEALTH = 'mdatp_health.txt';

testAnalyzer(thirdPartyKernelModule, {
  found: [
    {
      name: 'several modules of one product beside active protection',
      files: { lsmod: lsmod('tmhook', 'bmhook'), [HEALTH]: health(true) },
      findings: [
        {
          text: 'The kernel has loaded tmhook, bmhook of Trend Micro Deep Security / Vision One',
          at: ['lsmod:3', 'lsmod:4'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'beside a passive agent, by a name with an ending',
      files: { lsmod: lsmod('event_collector_2_4_32'), [HEALTH]: health(false) },
      findings: [
        {
          text: 'The kernel has loaded event_collector_2_4_32 of VMware Carbon Black',
          at: ['lsmod:3'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a module that two products share belongs to the one that runs',
      files: {
        lsmod: lsmod('redirfs'),
        ps: 'UID PID PPID C STIME TTY TIME CMD\nroot 9 1 0 10:00 ? 00:00:00 /opt/kaspersky/kesl/libexec/kesl\n',
      },
      findings: [
        { text: 'The kernel has loaded redirfs of Kaspersky KESL', at: ['lsmod:3'], severity: 'medium' },
      ],
    },
    {
      name: 'a sensor that only collects',
      files: { lsmod: lsmod('falco'), [HEALTH]: health(true) },
      findings: [
        {
          text: 'The kernel has loaded falco of Falco / Tetragon / Sysdig, which only collects events',
          at: ['lsmod:3'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'modules of the distribution',
      files: { lsmod: lsmod('nf_tables', 'tmem', 'falcon_x'), [HEALTH]: health(true) },
    },
    {
      name: "the agent's own hook on RHEL 6",
      files: {
        lsmod: lsmod('talpa_core', 'talpa_linux'),
        'redhat-release': 'CentOS release 6.9 (Final)\n',
        [HEALTH]: health(true),
      },
    },
  ],
  blocked: [
    {
      name: 'no modules',
      files: { [HEALTH]: health(true) },
      reason: 'The modules of the kernel are not in the bundle.',
    },
  ],
});
