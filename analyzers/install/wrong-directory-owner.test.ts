import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { wrongDirectoryOwner } from './wrong-directory-owner.ts';

const FILE = 'mde_directories.txt';
const listing = (logOwner: string, stateOwner: string): string =>
  [
    '/var/log/microsoft/mdatp:',
    'total 8',
    `-rw-r--r-- 1 root root 22140 Sep 29 04:02 install.log`,
    `-rw-r--r-- 1 ${logOwner} root 22140 Sep 29 04:02 microsoft_defender.log`,
    '',
    '/var/opt/microsoft/mdatp:',
    'total 8',
    `drwxr-xr-x 3 ${stateOwner} mdatp 4096 Oct 14 08:31 definitions.noindex`,
    `-rw------- 1 ${stateOwner} root  2214 Oct 14 08:31 wdavstate`,
    '',
  ].join('\n');
const STAT =
  '  File: /var/log/microsoft/mdatp\n  Size: 4096\nAccess: (0775/drwxrwxr-x)  Uid: ( 1001/     ops)   Gid: (    0/    root)\n';

testAnalyzer(wrongDirectoryOwner, {
  found: [
    {
      name: 'the folder itself, by stat',
      files: { [FILE]: `${listing('root', 'mdatp')}${STAT}`, 'mde.xml': '<mdatp/>' },
      findings: [
        {
          text: '/var/log/microsoft/mdatp belongs to ops, neither to root nor to mdatp',
          at: [`${FILE}:12`],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the number of a user that is gone',
      files: { [FILE]: listing('root', '987'), 'mde_user.txt': 'uid=995(mdatp) gid=990(mdatp)\n' },
      findings: [
        {
          text: '/var/opt/microsoft/mdatp/definitions.noindex and 1 more below /var/opt/microsoft/mdatp belong to 987, neither to root nor to mdatp',
          at: [`${FILE}:8`, `${FILE}:9`],
        },
      ],
    },
  ],
  clean: [
    { name: 'root and mdatp', files: { [FILE]: listing('root', 'mdatp'), 'mde.xml': '<mdatp/>' } },
    {
      name: 'their numbers',
      files: { [FILE]: listing('0', '995'), 'mde_user.txt': 'uid=995(mdatp) gid=990(mdatp)\n' },
    },
    {
      name: 'what belongs to others elsewhere',
      files: {
        [FILE]: `${listing('root', 'root')}/opt/microsoft/other:\ntotal 0\n-rw-r--r-- 1 ops ops 1 Sep 29 04:02 a\n`,
        'mde.xml': '<mdatp/>',
      },
    },
  ],
  blocked: [
    { name: 'no list of files', files: { 'mde.xml': '<mdatp/>' } },
    {
      name: 'a list of another folder',
      files: {
        [FILE]: '/opt/microsoft/mdatp/sbin:\ntotal 0\n-rwxr-xr-x 1 root root 1 Sep 29 04:02 wdavdaemon\n',
        'mde.xml': '<mdatp/>',
      },
      reason: 'The folders of logs and state are not in the list of files.',
    },
  ],
});
