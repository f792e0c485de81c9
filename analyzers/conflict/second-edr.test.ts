import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { secondEdr } from './second-edr.ts';

const ps = (...commands: readonly string[]): string =>
  `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\n${commands.map((one) => `root 9 1 0 10:00 ? 00:00:00 ${one}\n`).join('')}`;
const FALCON = '/opt/CrowdStrike/falcon-sensor';
const HEALTH = 'healthy : true\napp_version : "101.26062.0007"\n';

testAnalyzer(secondEdr, {
  found: [
    {
      name: 'by the rules of 2025',
      profile: '2025',
      files: { ps: ps(FALCON), 'mdatp_health.txt': HEALTH },
      findings: [
        {
          text: 'CrowdStrike Falcon runs beside the agent and watches the same events',
          at: ['ps:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'by those of 2026',
      files: { ps: ps(FALCON), 'mdatp_health.txt': HEALTH },
      findings: [
        {
          text: 'CrowdStrike Falcon runs beside the agent, which profile 2026 no longer calls a conflict',
          at: ['ps:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'none', files: { ps: ps('/usr/sbin/sshd -D'), 'mdatp_health.txt': HEALTH } },
    {
      name: 'an antivirus is another check',
      files: { ps: ps('/opt/eset/esets/sbin/esets_daemon'), 'mdatp_health.txt': HEALTH },
    },
    {
      name: 'installed and not running',
      files: { ps: ps(), 'installed-rpms': 'falcon-sensor-7.10-1.x86_64\n', 'mdatp_health.txt': HEALTH },
    },
    { name: 'what only collects', files: { ps: ps('/usr/bin/falco -c x'), 'mdatp_health.txt': HEALTH } },
  ],
  blocked: [
    {
      name: 'what runs is not known',
      files: { 'mdatp_health.txt': HEALTH },
      reason: 'Neither processes nor units are in the bundle.',
    },
  ],
});
