import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { activeBesideOtherAntivirus } from './active-beside-other-antivirus.ts';

const ps = (...commands: readonly string[]): string =>
  `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\n${commands.map((one) => `root 9 1 0 10:00 ? 00:00:00 ${one}\n`).join('')}`;
const health = (active: boolean, passive = false): string =>
  `healthy : true\napp_version : "101.26062.0007"\nreal_time_protection_enabled : ${active}\npassive_mode_enabled : ${passive}\n`;
const ESET = '/opt/eset/esets/sbin/esets_daemon';

testAnalyzer(activeBesideOtherAntivirus, {
  found: [
    {
      name: 'both sides are shown',
      files: { ps: ps(ESET), 'mdatp_health.txt': health(true) },
      findings: [
        {
          text: 'ESET runs while real-time protection of the agent is on',
          at: ['ps:3', 'mdatp_health.txt:3'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    { name: 'no other product', files: { ps: ps('/usr/sbin/sshd -D'), 'mdatp_health.txt': health(true) } },
    {
      name: 'a product that is installed and does not run',
      files: { ps: ps(), 'installed-rpms': 'esets-4.5.12-1.x86_64\n', 'mdatp_health.txt': health(true) },
    },
    {
      name: 'a product that hooks no file access',
      files: { ps: ps('/opt/CrowdStrike/falcon-sensor'), 'mdatp_health.txt': health(true) },
    },
  ],
  blocked: [
    {
      name: 'the mode of the agent is not known',
      files: { ps: ps(ESET) },
      reason: 'Whether real-time protection is on is not in the bundle.',
    },
    {
      name: 'what runs is not known',
      files: { 'mdatp_health.txt': health(true) },
      reason: 'Neither processes nor units are in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a passive agent',
      files: { ps: ps(ESET), 'mdatp_health.txt': health(true, true) },
      reason: 'Real-time protection of the agent is off.',
    },
  ],
});
