import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { auditLockdownMessage } from './audit-lockdown-message.ts';

const LOG = 'microsoft_defender_core_err.log';
const said = (time: string, message: string): string => `[1402][1544][${time} UTC][error]: ${message}\n`;
const LOCKED = "Cloud exclusions won't be applied, because auditd is in lockdown mode";

testAnalyzer(auditLockdownMessage, {
  found: [
    {
      name: 'said at two starts',
      files: {
        [LOG]:
          said('2026-09-15 05:10:31.442061', LOCKED) +
          said('2026-09-20 05:10:31.442061', 'Heartbeat not acknowledged within 30000 ms') +
          said('2026-09-22 05:10:31.442061', LOCKED),
      },
      findings: [
        {
          text: 'The agent logs that audit is in lockdown mode (2×, 2026-09-15 05:10:31 UTC – 2026-09-22 05:10:31 UTC)',
          at: [`${LOG}:1`, `${LOG}:3`],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'other errors',
      files: { [LOG]: said('2026-09-20 05:10:31.442061', 'Heartbeat not acknowledged within 30000 ms') },
    },
  ],
  blocked: [
    { name: 'no log of the agent', files: { dmesg: '[ 0.0] x\n' }, missing: ['mdatp.provider-messages'] },
  ],
});
