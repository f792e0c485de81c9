import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unusualMdatpUid } from './unusual-mdatp-uid.ts';

const passwd = (...lines: readonly string[]): string =>
  ['root:x:0:0:root:/root:/bin/bash', ...lines, ''].join('\n');
const MDATP = ':/home/mdatp:/usr/sbin/nologin';

testAnalyzer(unusualMdatpUid, {
  found: [
    {
      name: 'it is root',
      files: { passwd: passwd(`mdatp:x:0:0:${MDATP}`) },
      findings: [
        {
          text: 'The user mdatp has the number 0, which is that of root',
          at: ['passwd:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'another user has its number',
      files: { passwd: passwd('backup-agent:x:997:997::/srv:/bin/false', `mdatp:x:997:995:${MDATP}`) },
      findings: [
        {
          text: 'The users mdatp and backup-agent have the same number 997',
          at: ['passwd:3', 'passwd:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'its group is that of root',
      files: { 'mde_user.txt': 'uid=997(mdatp) gid=0(root) groups=0(root)\n' },
      findings: [{ text: 'The first group of mdatp is 0, which is that of root', at: ['mde_user.txt:1'] }],
    },
    {
      name: 'it was made as an account for people',
      files: {
        'mde_user.txt': 'uid=1004(mdatp) gid=1004(mdatp) groups=1004(mdatp)\n',
        'login.defs': 'UID_MIN 1000\nUID_MAX 60000\n',
      },
      findings: [
        {
          text: "The user mdatp has the number 1004, which lies among people's accounts (1000 to 60000)",
          at: ['mde_user.txt:1', 'login.defs:1'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'RHEL 6 counts from 500',
      files: {
        'redhat-release': 'CentOS release 6.9 (Final)\n',
        'mde_user.txt': 'uid=501(mdatp) gid=501(mdatp) groups=501(mdatp)\n',
      },
      findings: [
        {
          text: "The user mdatp has the number 501, which lies among people's accounts (500 to 60000)",
          at: ['mde_user.txt:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'a system user', files: { passwd: passwd(`mdatp:x:997:995:${MDATP}`) } },
    { name: 'the first number below people', files: { 'mde_user.txt': 'uid=999(mdatp) gid=999(mdatp)\n' } },
    {
      name: "a number above people's accounts",
      files: { 'mde_user.txt': 'uid=61001(mdatp) gid=61001(mdatp)\n' },
    },
    {
      name: 'a host that lets people begin at 5000',
      files: {
        'mde_user.txt': 'uid=2100(mdatp) gid=2100(mdatp)\n',
        'login.defs': 'UID_MIN 5000\n',
      },
    },
    {
      name: 'a group that others are in',
      files: { passwd: passwd('deploy:x:996:995::/srv:/bin/false', `mdatp:x:997:995:${MDATP}`) },
    },
  ],
  blocked: [
    { name: 'nothing tells of users', files: { 'mde.xml': '<mdatp/>' } },
    {
      name: 'there is no such user',
      files: { 'mde_user.txt': 'id: ‘mdatp’: no such user\n' },
      reason: 'The number of mdatp is not in the bundle.',
    },
  ],
});
