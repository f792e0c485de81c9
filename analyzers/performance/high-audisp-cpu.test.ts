import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { highAudispCpu } from './high-audisp-cpu.ts';

const ps = (share: string, time: string, command: string): string =>
  `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1 0.0 0.1 1 1 ? Ss Oct02 0:31 /sbin/init\nroot 20 ${share} 0.1 1 1 ? Ssl Oct02 ${time} ${command}\n`;
const PLUGIN = '/opt/microsoft/mdatp/sbin/mdatp_audisp_plugin -d';
const sample = (share: string): string =>
  `top - 09:12:10 up 15 days,  5:10,  1 user,  load average: 0.21, 0.27, 0.30\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n    980 root      20   0 1738240 298312  41120 S  ${share}   0.9 131:09.44 mdatp_audisp_p+\n\n`;
const SUMMARY = 'command,samples,cpu_mean\nmdatp_audisp_plugin,12,44.0\n';

testAnalyzer(highAudispCpu, {
  found: [
    {
      name: 'a third of a core for days',
      files: { ps: ps('31.2', '1402:11', PLUGIN) },
      findings: [
        {
          text: 'mdatp_audisp_plugin has taken 31.2 % of one core on average since it started',
          at: ['ps:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'in samples',
      files: { 'top.txt': sample('50.0') + sample('60.0') + sample('40.0') },
      findings: [
        {
          text: 'mdatp_audisp_plugin took 50 % of one core on average in 3 samples',
          at: ['top.txt:3', 'top.txt:7', 'top.txt:11'],
        },
      ],
    },
    {
      name: 'in the summary',
      files: { 'top_summary.txt': SUMMARY },
      findings: [
        {
          text: 'A process of mdatp_audisp_plugin took 44 % of one core on average in 12 samples',
          at: ['top_summary.txt:2'],
        },
      ],
    },
  ],
  clean: [{ name: 'little load', files: { ps: ps('2.0', '90:00', PLUGIN) } }],
  blocked: [
    { name: 'nothing that tells a load', files: { 'uname.txt': 'Linux db-01 5.14.0-427.el9.x86_64\n' } },
    {
      name: 'a plugin that has just started',
      files: { ps: ps('80.0', '0:10', PLUGIN) },
      reason:
        'No mean of the load is in the bundle: neither several samples nor a plugin that runs for long.',
    },
  ],
  notApplicable: [
    {
      name: 'an agent without the plugin',
      files: { ps: ps('0.6', '90:00', '/opt/microsoft/mdatp/sbin/wdavdaemon') },
      reason: 'The audit plugin of the agent does not run.',
    },
  ],
});
