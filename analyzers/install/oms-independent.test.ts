import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { omsIndependent } from './oms-independent.ts';

const UNITS = 'sos_commands/systemd/systemctl_list-units_--all';
const units = (state: string): string =>
  `  UNIT LOAD ACTIVE SUB DESCRIPTION\n  omsagent-1a2b.service loaded ${state} Operations Management Suite agent\n  cron.service loaded active running cron\n`;
const ps = (...commands: readonly string[]): string =>
  `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init splash\n${commands.map((one) => `omsagent 9 1 0 10:00 ? 00:00:00 ${one}\n`).join('')}`;
const OMS =
  '/opt/microsoft/omsagent/ruby/bin/ruby /opt/microsoft/omsagent/bin/omsagent -d /var/opt/microsoft/omsagent/run/omsagent.pid';
const RPMS = 'installed-rpms';
const rpms = (...names: readonly string[]): string =>
  `mdatp-101.26062.0007-1.x86_64\n${names.map((one) => `${one}\n`).join('')}`;

testAnalyzer(omsIndependent, {
  found: [
    {
      name: 'its service failed',
      files: { [UNITS]: units('failed failed'), [RPMS]: rpms('omsagent-1.14.9-0.x86_64') },
      findings: [
        {
          text: 'The OMS agent is in the state failed (failed); the agent of Defender does not depend on it',
          at: [`${UNITS}:2`],
          severity: 'info',
        },
      ],
    },
    {
      name: 'it is installed and not seen',
      files: { [RPMS]: rpms('omsagent-1.14.9-0.x86_64'), ps: ps() },
      findings: [
        {
          text: 'The OMS agent is installed and no process of it was seen; the agent of Defender does not depend on it',
          at: [`${RPMS}:2`, 'ps:1'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    { name: 'its service runs', files: { [UNITS]: units('active running') } },
    { name: 'its process runs', files: { [RPMS]: rpms('omsagent-1.14.9-0.x86_64'), ps: ps(OMS) } },
  ],
  blocked: [
    { name: 'nothing that could show it', files: { 'health.txt': 'healthy : true\nlicensed : true\n' } },
  ],
  notApplicable: [
    {
      name: 'most hosts have none',
      files: { [RPMS]: rpms('bash-5.1.8-6.el9.x86_64'), ps: ps() },
      reason: 'There is no OMS agent on this host.',
    },
  ],
});
