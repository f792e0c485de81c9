import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { fapolicydActive } from './fapolicyd-active.ts';

const HEAD = 'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n';
const row = (command: string): string =>
  `root       900  0.1  0.5 100000 20000 ?        Ssl  Mar09   0:10 ${command}\n`;
const health = (passive: boolean, healthy = true): string =>
  `healthy                                     : ${healthy}\napp_version                                 : "101.26062.0007"\nreal_time_protection_enabled                : ${!passive}\npassive_mode_enabled                        : ${passive}\n`;
const RHEL = 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="8.10"\n';
const PS = HEAD + row('/usr/sbin/fapolicyd');

testAnalyzer(fapolicydActive, {
  found: [
    {
      name: 'beside active protection',
      profile: 'seed',
      files: { ps: PS, 'health.txt': health(false), 'os-release': RHEL },
      findings: [
        {
          text: 'fapolicyd runs while real-time protection of the agent is on',
          at: ['ps:2', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'an unhealthy agent in 2026',
      files: { ps: PS, 'health.txt': health(false, false), 'os-release': RHEL },
      findings: [
        {
          text: 'fapolicyd runs while real-time protection of the agent is on',
          at: ['ps:2', 'health.txt:3'],
        },
      ],
    },
    {
      name: 'what 2026 allows on RHEL',
      files: { ps: PS, 'health.txt': health(false), 'os-release': RHEL },
      findings: [
        {
          text: 'fapolicyd runs beside the agent, which profile 2026 allows on Red Hat Enterprise Linux 8.10 while the agent is healthy',
          at: ['ps:2', 'health.txt:3'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'health is not in the bundle',
      files: { ps: PS },
      findings: [
        {
          text: 'fapolicyd runs; whether real-time protection of the agent is on is not in the bundle',
          at: ['ps:2'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'no fapolicyd', files: { ps: HEAD + row('/usr/sbin/sshd -D'), 'health.txt': health(false) } },
    { name: 'a passive agent', files: { ps: PS, 'health.txt': health(true) } },
    {
      name: 'someone reads about it',
      files: { ps: HEAD + row('man fapolicyd'), 'health.txt': health(false) },
    },
  ],
  blocked: [
    {
      name: 'neither processes nor units',
      files: { 'health.txt': health(false) },
      reason: 'Neither processes nor units are in the bundle.',
    },
  ],
});
