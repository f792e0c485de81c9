import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { otherAuditConsumers } from './other-audit-consumers.ts';

const ps = (...commands: readonly string[]): string =>
  `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\n${commands.map((one, index) => `root ${9 + index} 1 0 10:00 ? 00:00:00 ${one}\n`).join('')}`;
const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24072.0001"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const HEALTH = 'mdatp_health.txt';

testAnalyzer(otherAuditConsumers, {
  found: [
    {
      name: 'a process and its plugin, beside an agent that reads from auditd',
      files: {
        ps: ps('/usr/local/sbin/laurel --config /etc/laurel/config.toml'),
        'etc/audit/plugins.d/laurel.conf': 'active = yes\npath = /usr/local/sbin/laurel\n',
        [HEALTH]: health('auditd'),
      },
      findings: [
        {
          text: 'Laurel takes events of the audit system, from which the agent reads as well',
          at: ['etc/audit/plugins.d/laurel.conf:1', 'ps:3'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a script and a switch, beside an agent that does not',
      files: {
        ps: ps(
          '/bin/sh /opt/splunkforwarder/etc/apps/Splunk_TA_nix/bin/rlog.sh',
          '/usr/bin/osqueryd --flagfile x --disable_audit=false',
        ),
        [HEALTH]: health('ebpf'),
      },
      findings: [
        {
          text: 'Splunk (rlog.sh) takes events of the audit system; the agent does not read from it',
          at: ['ps:3'],
          severity: 'info',
        },
        {
          text: 'osquery takes events of the audit system; the agent does not read from it',
          at: ['ps:4'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'what distributions bring',
      files: {
        ps: ps('/sbin/auditd', '/usr/sbin/sedispatch', '/sbin/audispd'),
        'etc/audit/plugins.d/sedispatch.conf': 'active = yes\npath = /usr/sbin/sedispatch\n',
        'etc/audit/plugins.d/af_unix.conf': 'active = yes\npath = builtin_af_unix\n',
        'etc/audit/plugins.d/mdatp.conf':
          'active = yes\npath = /opt/microsoft/mdatp/sbin/mdatp_audisp_plugin\n',
        [HEALTH]: health('auditd'),
      },
    },
    {
      name: 'osquery and Wazuh without audit, and a plugin that is off',
      files: {
        ps: ps('/usr/bin/osqueryd --flagfile x', '/var/ossec/bin/wazuh-syscheckd'),
        'etc/audit/plugins.d/af_wazuh.conf': 'active = no\npath = builtin_af_unix\n',
        [HEALTH]: health('auditd'),
      },
    },
  ],
  blocked: [
    {
      name: 'neither processes nor plugins',
      files: { [HEALTH]: health('auditd') },
      reason: 'Neither processes nor plugins are in the bundle.',
    },
  ],
});
