import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { fapolicydWithoutTrust } from './fapolicyd-without-trust.ts';

const PS =
  'UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\nfapolicyd 9 1 0 10:00 ? 00:00:00 /usr/sbin/fapolicyd\n';
const RULES = 'etc/fapolicyd/compiled.rules';
const CONF = 'etc/fapolicyd/fapolicyd.conf';
const OTHER_RULE = 'deny_audit perm=any pattern=ld_so : all\nallow perm=any all : dir=/opt/backup/\n';
const RPMS = { 'installed-rpms': 'mdatp-101.26062.0007-1.x86_64\n' };

testAnalyzer(fapolicydWithoutTrust, {
  found: [
    {
      name: 'trust by file alone, and no file of the agent in it',
      files: { ps: PS, ...RPMS, [RULES]: OTHER_RULE, [CONF]: 'permissive = 0\ntrust = file\n' },
      findings: [
        {
          text: 'fapolicyd runs, and neither its trust nor one of its 2 rules covers /opt/microsoft/mdatp',
          at: ['ps:3', 'absent: /opt/microsoft/mdatp', `${CONF}:2`],
          severity: 'info',
        },
      ],
    },
    {
      name: 'trust in packages, and the agent is none',
      files: {
        ps: `${PS}root 10 1 0 10:00 ? 00:00:00 /opt/microsoft/mdatp/sbin/wdavdaemon\n`,
        'installed-rpms': 'bash-5.1.8-6.el9.x86_64\n',
        [RULES]: OTHER_RULE,
        [CONF]: 'permissive = 0\n',
      },
      findings: [
        {
          text: 'fapolicyd runs, and neither its trust nor one of its 2 rules covers /opt/microsoft/mdatp',
          at: ['ps:3', 'absent: /opt/microsoft/mdatp'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'packages are trusted, as usual',
      files: { ps: PS, ...RPMS, [RULES]: OTHER_RULE, [CONF]: 'permissive = 0\ntrust = rpmdb,file\n' },
    },
    {
      name: 'a rule for the folder',
      files: { ps: PS, ...RPMS, [RULES]: 'allow perm=any all : dir=/opt/microsoft/mdatp/\n' },
    },
    {
      name: 'a rule for all of /opt',
      files: { ps: PS, ...RPMS, [RULES]: 'allow perm=any all : dir=/opt/ ftype=any\n' },
    },
    {
      name: 'a trusted file of the agent',
      files: {
        ps: PS,
        ...RPMS,
        'etc/fapolicyd/trust.d/mdatp': '/opt/microsoft/mdatp/sbin/wdavdaemon 4211816 2c26\n',
      },
    },
    {
      name: 'it only reports',
      files: { ps: PS, ...RPMS, [RULES]: OTHER_RULE, [CONF]: 'permissive = 1\ntrust = file\n' },
    },
  ],
  blocked: [
    { name: 'what runs is not known', files: RPMS, reason: 'Neither processes nor units are in the bundle.' },
    { name: 'no rules', files: { ps: PS, ...RPMS }, reason: 'The rules of fapolicyd are not in the bundle.' },
    {
      name: 'no settings',
      files: { ps: PS, ...RPMS, [RULES]: OTHER_RULE },
      reason: 'The settings of fapolicyd are not in the bundle.',
    },
    {
      name: 'no packages',
      files: { ps: PS, [RULES]: OTHER_RULE, [CONF]: 'permissive = 0\n' },
      reason: 'Whether the agent is a package is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'no fapolicyd',
      files: { ps: PS.replace('/usr/sbin/fapolicyd', '/usr/sbin/sshd -D'), ...RPMS },
      reason: 'fapolicyd does not run on this host.',
    },
  ],
});
