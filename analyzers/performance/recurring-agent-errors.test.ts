import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { recurringAgentErrors } from './recurring-agent-errors.ts';

const LOG = 'var/log/microsoft/mdatp/microsoft_defender_core_err.log';
const lines = (count: number, message: (index: number) => string, level = 'error'): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `[12][13][2026-10-${String(1 + (index % 9)).padStart(2, '0')} 09:00:00.120000 UTC][${level}]: ${message(index)}\n`,
  ).join('');

testAnalyzer(recurringAgentErrors, {
  found: [
    {
      name: 'a proxy that refuses, and a database that is locked',
      files: {
        [LOG]:
          lines(60, (index) => `Heartbeat failed: HTTP 407, request ${index}`) +
          lines(50, () => 'Update failed: HTTP 407'),
        'var/log/microsoft/mdatp/microsoft_defender_err.log': lines(
          70,
          () => 'Cannot connect to socket /run/x',
        ),
      },
      findings: [
        {
          text: 'An error of connections recurs in the logs of the agent, 60 times from 2026-10-01 to 2026-10-09: Heartbeat failed: HTTP 407, request 0',
          at: [`${LOG}:1`, `${LOG}:61`],
          severity: 'low',
        },
        {
          text: 'An error recurs in the logs of the agent, 70 times from 2026-10-01 to 2026-10-09: Cannot connect to socket /run/x',
          at: ['var/log/microsoft/mdatp/microsoft_defender_err.log:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'fewer than the threshold', files: { [LOG]: lines(49, () => 'Database is locked') } },
    { name: 'warnings', files: { [LOG]: lines(90, () => 'Engine not loaded yet', 'warning') } },
    {
      name: 'many errors, and no two of one form',
      files: { [LOG]: lines(90, (index) => `Lost ${'x'.repeat(index)}`) },
    },
  ],
  blocked: [{ name: 'no log of errors', files: { 'uname.txt': 'Linux db-01 5.14.0-427.el9.x86_64\n' } }],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
    },
  ],
});
