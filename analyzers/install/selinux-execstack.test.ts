import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { selinuxExecstack } from './selinux-execstack.ts';

const line = (reason: string): string =>
  `Mar 14 12:00:00 db-01 wdavdaemon[201]: /opt/microsoft/mdatp/sbin/wdavdaemon: error while loading shared libraries: libwdavdaemon_core.so: ${reason}\n`;
const REFUSED = line('cannot enable executable stack as shared object requires: Permission denied');

testAnalyzer(selinuxExecstack, {
  found: [
    {
      name: 'the loader says so',
      files: {
        'var/log/messages': REFUSED.repeat(2),
        'sos_commands/selinux/sestatus': 'SELinux status:   enabled\nCurrent mode:    enforcing\n',
      },
      findings: [
        {
          text: 'The daemon could not load libwdavdaemon_core.so: cannot enable executable stack as shared object requires: Permission denied',
          at: ['var/log/messages:1', 'sos_commands/selinux/sestatus:2'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a library that is not there is another fault',
      files: { 'var/log/messages': line('cannot open shared object file: No such file or directory') },
    },
    {
      name: 'nothing of the kind',
      files: { 'var/log/messages': 'Mar 14 12:00:00 db-01 sshd[9]: listening\n' },
    },
  ],
  blocked: [
    {
      name: 'no logs',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
    },
  ],
});
