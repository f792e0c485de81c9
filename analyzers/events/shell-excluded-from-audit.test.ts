import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { shellExcludedFromAudit } from './shell-excluded-from-audit.ts';

const AUDITD = 'healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "auditd"\n';
const FILE = 'etc/audit/rules.d/exclude.rules';

testAnalyzer(shellExcludedFromAudit, {
  found: [
    {
      name: 'in the kernel and on disk, and an interpreter with its version',
      files: {
        'health.txt': AUDITD,
        'auditctl_-l': '-a never,exit -S all -F exe=/bin/bash\n-w /etc/passwd -p wa -k identity\n',
        [FILE]:
          '-a exit,never -F exe=/bin/bash\n-a exit,never -F arch=b64 -F exe=/usr/bin/python3.9 -k quiet\n',
      },
      findings: [
        {
          text: 'The rule "-a exit,never -F arch=b64 -F exe=/usr/bin/python3.9 -k quiet" leaves out all that /usr/bin/python3.9 does',
          at: [`${FILE}:2`],
        },
        {
          text: 'The rule "-a never,exit -S all -F exe=/bin/bash" leaves out all that /bin/bash does',
          at: ['auditctl_-l:1', `${FILE}:1`],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a program that is no shell, and a shell on one path alone',
      files: {
        'health.txt': AUDITD,
        [FILE]:
          '-a exit,never -F exe=/usr/sbin/haproxy\n-a exit,never -F exe=/bin/bash -F dir=/srv/build\n-a always,exit -F exe=/bin/bash\n',
      },
    },
  ],
  blocked: [
    {
      name: 'nothing of audit',
      files: { 'health.txt': AUDITD },
      reason: 'Neither loaded rules nor rules files are in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'the agent reads from eBPF',
      files: {
        'health.txt': AUDITD.replace('"auditd"', '"ebpf"'),
        [FILE]: '-a exit,never -F exe=/bin/bash\n',
      },
      reason: 'The agent does not read its events from auditd (ebpf).',
    },
  ],
});
