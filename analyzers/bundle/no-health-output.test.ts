import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { noHealthOutput } from './no-health-output.ts';

const STATUS =
  '● mdatp.service - Microsoft Defender\n     Loaded: loaded (/usr/lib/systemd/system/mdatp.service; enabled)\n     Active: failed (Result: exit-code)\n';
const HEALTH = 'healthy   : true\nlicensed  : true\n';

testAnalyzer(noHealthOutput, {
  found: [
    {
      name: 'the daemon did not answer',
      files: { 'health.txt': 'ERROR: Could not connect to the daemon\n', 'mde_directories.txt': '' },
      findings: [
        {
          text: 'In the place of the health of the agent stands: ERROR: Could not connect to the daemon',
          at: ['health.txt:1'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the command could not be run',
      files: { 'mdatp_health.txt': 'bash: mdatp: command not found\n' },
      findings: [
        {
          text: 'In the place of the health of the agent stands: bash: mdatp: command not found',
          at: ['mdatp_health.txt:1'],
        },
      ],
    },
    {
      name: 'the client analyzer has none, and took the agent for not running',
      files: {
        'service_status.txt': STATUS,
        'mde_directories.txt': '',
        'log.txt': '[2026-11-23 10:00:00.123][WARNING] mde is not running\n',
      },
      findings: [
        {
          text: 'The agent is installed, and the client analyzer has no health of it',
          at: ['absent: the health of the agent', 'service_status.txt:2', 'log.txt:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'the health is there', files: { 'health.txt': HEALTH, 'mde_directories.txt': '' } },
    {
      name: 'one output holds a complaint, another the health',
      files: { 'health.txt': 'ERROR: Could not connect to the daemon\n', 'mdatp_health.txt': HEALTH },
    },
  ],
  blocked: [
    { name: 'loose files without the health', files: { 'service_status.txt': STATUS } },
    {
      name: 'nothing shows an agent',
      files: { 'mde.xml': '<mdatp><general/></mdatp>\n' },
      reason: 'Whether the agent is installed is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'the agent is not installed',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not_Installed</MDATP_Status></device_info></mdatp>',
      },
    },
    { name: 'a sosreport', files: { 'sos_commands/kernel/uname_-a': 'Linux db-02 5.14.0 #1 SMP\n' } },
  ],
});
