import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingAudispPlugin } from './missing-audisp-plugin.ts';

const AUDITD = 'healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "auditd"\n';
const ps = (...commands: readonly string[]): string =>
  `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n${commands.map((one, index) => `root ${100 + index} 0.1 0.1 1 1 ? Sl 10:00 0:01 ${one}\n`).join('')}`;
const PLUGIN = '/opt/microsoft/mdatp/sbin/mdatp_audisp_plugin -d';
const CONFIG = 'etc/audit/plugins.d/mdatp.conf';

testAnalyzer(missingAudispPlugin, {
  found: [
    {
      name: 'its process is not there',
      files: {
        'health.txt': AUDITD,
        ps: ps('/sbin/auditd', '/opt/microsoft/mdatp/sbin/wdavdaemon'),
        [CONFIG]: `active = yes\npath = ${PLUGIN}\n`,
      },
      findings: [
        {
          text: 'No process mdatp_audisp_plugin runs, while the agent reads its events from auditd',
          at: ['absent: a process mdatp_audisp_plugin', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'it is switched off',
      files: { 'health.txt': AUDITD, [CONFIG]: `active = no\npath = ${PLUGIN}\n` },
      findings: [
        {
          text: 'The plugin of the agent is switched off for auditd, from which the agent reads its events',
          at: [`${CONFIG}:1`, 'health.txt:3'],
        },
      ],
    },
  ],
  clean: [
    { name: 'it runs', files: { 'health.txt': AUDITD, ps: ps('/sbin/auditd', PLUGIN) } },
    { name: 'it runs, under the name that is cut', files: { ps: ps('[mdatp_audisp_pl]') } },
  ],
  blocked: [
    {
      name: 'no processes',
      files: { 'health.txt': AUDITD },
      reason: 'Nothing tells which processes run.',
    },
    {
      name: 'an agent that may use eBPF',
      files: {
        'health.txt': 'healthy : true\nlicensed : true\napp_version : "101.24042.0002"\n',
        ps: ps('/sbin/auditd'),
      },
      reason: 'Nothing tells for sure that the agent reads its events from auditd.',
    },
  ],
  notApplicable: [
    {
      name: 'the agent reads from eBPF',
      files: { 'health.txt': AUDITD.replace('"auditd"', '"ebpf"'), ps: ps('/sbin/auditd') },
      reason: 'The agent does not read its events from auditd (ebpf).',
    },
  ],
});
