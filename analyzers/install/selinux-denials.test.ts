import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { selinuxDenials } from './selinux-denials.ts';

const avc = (permission: string, process: string, end: string): string =>
  `type=AVC msg=audit(1773489600.123:456): avc:  denied  { ${permission} } for  pid=1766 comm="${process}" name="shadow" scontext=system_u:system_r:init_t:s0 tcontext=system_u:object_r:shadow_t:s0 tclass=file${end}\n`;
const sestatus = (mode: string): string =>
  `SELinux status:                 enabled\nCurrent mode:                   ${mode}\n`;
const AUDIT = 'var/log/audit/audit.log';
const SESTATUS = 'sos_commands/selinux/sestatus';

testAnalyzer(selinuxDenials, {
  found: [
    {
      name: 'two kinds of refusal, one of them twice',
      files: {
        [AUDIT]:
          avc('read', 'wdavdaemon', ' permissive=0') +
          avc('read', 'wdavdaemon', ' permissive=0') +
          avc('open', 'mdatp_audisp_pl', ' permissive=0'),
        [SESTATUS]: sestatus('enforcing'),
      },
      findings: [
        {
          text: 'SELinux refuses open on shadow to mdatp_audisp_pl',
          at: [`${AUDIT}:3`],
          severity: 'high',
        },
        { text: 'SELinux refuses read on shadow to wdavdaemon', at: [`${AUDIT}:1`], severity: 'high' },
      ],
    },
    {
      name: 'records of an old kernel, and nothing on the mode',
      files: { [AUDIT]: avc('read', 'wdavdaemon', '') },
      findings: [
        {
          text: 'SELinux refused read on shadow to wdavdaemon; whether it enforces is not in the bundle',
          at: [`${AUDIT}:1`],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'reported only, by the record',
      files: { [AUDIT]: avc('read', 'wdavdaemon', ' permissive=1'), [SESTATUS]: sestatus('enforcing') },
    },
    {
      name: 'reported only, by the mode',
      files: { [AUDIT]: avc('read', 'wdavdaemon', ''), [SESTATUS]: sestatus('permissive') },
    },
    {
      name: 'refusals to others',
      files: { [AUDIT]: avc('read', 'httpd', ' permissive=0'), [SESTATUS]: sestatus('enforcing') },
    },
  ],
  blocked: [
    { name: 'no records', files: { [SESTATUS]: sestatus('enforcing') }, missing: ['host.selinux-denials'] },
    {
      name: 'logs without a refusal, and nothing on SELinux',
      files: { 'var/log/messages': 'Mar 14 12:00:00 db-01 sshd[9]: listening\n', [AUDIT]: 'type=LOGIN\n' },
      reason: 'Whether the host has SELinux is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'SELinux is off',
      files: { [AUDIT]: 'type=LOGIN\n', [SESTATUS]: 'SELinux status:                 disabled\n' },
      reason: 'SELinux is off.',
    },
  ],
});
