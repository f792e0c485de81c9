import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { clamavOnAccess } from './clamav-on-access.ts';

const ps = (...commands: readonly string[]): string =>
  `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\n${commands.map((one) => `clamav 9 1 0 10:00 ? 00:00:00 ${one}\n`).join('')}`;
const health = (active: boolean): string =>
  `healthy : true\napp_version : "101.26062.0007"\nreal_time_protection_enabled : ${active}\npassive_mode_enabled : ${!active}\n`;
const HEALTH = 'mdatp_health.txt';
const CONF = 'etc/clamd.d/scan.conf';
const CLIENT = '/usr/sbin/clamonacc -F --config-file=/etc/clamd.d/scan.conf';

testAnalyzer(clamavOnAccess, {
  found: [
    {
      name: 'it holds accesses',
      files: {
        ps: ps(CLIENT),
        [CONF]: 'OnAccessIncludePath /home\nOnAccessPrevention yes\n',
        [HEALTH]: health(true),
      },
      findings: [
        {
          text: 'ClamAV scans on access and holds each access until it has answered',
          at: ['ps:3', `${CONF}:2`, `${HEALTH}:3`],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'it only watches',
      files: {
        ps: ps(CLIENT),
        [CONF]: 'OnAccessIncludePath /home\nOnAccessPrevention no\n',
        [HEALTH]: health(true),
      },
      findings: [
        {
          text: 'ClamAV scans on access; it is set to watch without holding an access',
          at: ['ps:3', `${CONF}:2`],
          severity: 'low',
        },
      ],
    },
    {
      name: 'its settings are not there, beside a passive agent',
      files: { ps: ps(CLIENT), [HEALTH]: health(false) },
      findings: [
        {
          text: 'ClamAV scans on access; whether it holds an access is not in the bundle',
          at: ['ps:3', `${HEALTH}:3`],
          severity: 'low',
        },
      ],
    },
    {
      name: 'clamd itself, as before 0.102',
      files: {
        ps: ps('/usr/sbin/clamd -c x'),
        [CONF]: 'ScanOnAccess yes\nOnAccessPrevention yes\n',
        [HEALTH]: health(true),
      },
      findings: [
        {
          text: 'ClamAV scans on access and holds each access until it has answered',
          at: ['ps:3', `${CONF}:2`, `${HEALTH}:3`],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'scans by schedule',
      files: { ps: ps('/usr/sbin/clamd -c x', '/usr/bin/freshclam -d'), [HEALTH]: health(true) },
    },
    { name: 'no ClamAV', files: { ps: ps('/usr/sbin/sshd -D'), [HEALTH]: health(true) } },
  ],
  blocked: [
    {
      name: 'what runs is not known',
      files: { [HEALTH]: health(true) },
      reason: 'Neither processes nor units are in the bundle.',
    },
  ],
});
