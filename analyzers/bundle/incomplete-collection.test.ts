import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { incompleteCollection } from './incomplete-collection.ts';

/** Without a file that tells of a host there is no bundle. */
const HOST = { 'etc/hostname': 'web-03.example\n' };
const LOG = '[2026-11-23 10:00:00.100][INFO] XMDEClientAnalyzer Version: 1.3.9\n';

testAnalyzer(incompleteCollection, {
  found: [
    {
      name: 'the client analyzer met errors',
      files: {
        'mde.xml': '<mdatp/>',
        'log.txt': `${LOG}[2026-11-23 10:00:01.100][ERROR] Failed to create the diagnostic\n[2026-11-23 10:00:02.100][ERROR] Failed to create the diagnostic\n[2026-11-23 10:00:03.100][ERROR] No room for mde.xml\n`,
      },
      findings: [
        {
          text: 'The collector met errors (2): Failed to create the diagnostic',
          at: ['log.txt:2', 'log.txt:4'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'a command of the agent and one that every host has could not be run',
      files: {
        'mde.xml': '<mdatp/>',
        'log.txt': LOG,
        'exclusions.txt': 'Could not run commandmdatp exclusion list\n',
        'uname.txt': 'Could not run uname -a command\n',
      },
      findings: [
        {
          text: 'Commands could not be run while collecting (2): Could not run commandmdatp exclusion list',
          at: ['exclusions.txt:1', 'uname.txt:1'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'loose outputs that only root is given',
      files: {
        ...HOST,
        'auditctl-l.txt': 'You must be root to run this program.\n',
        'dmesg.txt': 'dmesg: read kernel buffer failed: Operation not permitted\n',
      },
      findings: [
        {
          text: 'The collection lacked the rights of root: You must be root to run this program.',
          at: ['auditctl-l.txt:1', 'dmesg.txt:1'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'parts of a sosreport ended too late or not at all',
      files: {
        'sos_commands/kernel/uname_-a': 'Linux db-02 5.14.0 #1 SMP\n',
        'sos_logs/sos.log': [
          "2026-10-14 09:31:50,402 WARNING: [plugin:networking] command 'ip route' timed out after 300s",
          '2026-10-14 09:31:51,402 ERROR: caught exception in plugin method "auditd.collect()"',
          '2026-10-14 09:31:51,403 ERROR: writing traceback to sos_logs/auditd-plugin-errors.txt',
          '',
        ].join('\n'),
      },
      findings: [
        {
          text: "Commands did not end in their time while collecting (1): [plugin:networking] command 'ip route' timed out after 300s",
          at: ['sos_logs/sos.log:1'],
        },
        {
          text: 'The collector met errors (1): caught exception in plugin method "auditd.collect()"',
          at: ['sos_logs/sos.log:2'],
        },
      ],
    },
    {
      name: 'a run of another day has left an output',
      files: {
        'mde.xml': '<mdatp/>',
        'health.txt': 'healthy : true\n',
        'uname.txt': 'Linux web-03 5.15.0-161-generic #1 SMP\n',
        'service_file.txt': '[Unit]\n',
      },
      times: {
        'health.txt': '2026-10-09T09:00:00Z',
        'uname.txt': '2026-10-14T09:00:00Z',
        'service_file.txt': '2026-01-01T00:00:00Z',
      },
      findings: [
        {
          text: 'Outputs are older than the rest of the bundle by 5 days or more (1): health.txt',
          at: ['health.txt'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'programs that not every host has, and an agent that was slow to answer',
      files: {
        'mde.xml': '<mdatp/>',
        'log.txt': `${LOG}[2026-11-23 10:00:00.613][WARNING] mde is not running\n`,
        'sestatus.txt': 'Could not run commandsestatus\n',
        'auditd_info.txt': 'sudo auditctl -l\n================\nCould not run commandsudo auditctl -l\n',
      },
    },
    {
      name: 'outputs of one day, in several hours',
      files: {
        'health.txt': 'healthy : true\n',
        'uname.txt': 'Linux web-03 5.15.0-161-generic #1 SMP\n',
        'mde.xml': '<mdatp/>',
      },
      times: { 'health.txt': '2026-10-13T09:00:00Z', 'uname.txt': '2026-10-14T09:00:00Z' },
    },
    {
      name: 'places that are closed to root too',
      files: {
        ...HOST,
        'lsof.txt':
          "lsof: WARNING: can't stat() fuse.portal file system /run/user/1000/doc\nfind: '/run/user/1000/doc': Permission denied\n",
      },
    },
  ],
  blocked: [{ name: 'nothing that a collector wrote', files: {} }],
  notApplicable: [
    { name: 'what the agent collects itself', files: { 'var/log/microsoft/mdatp/install.log': 'x\n' } },
  ],
});
