import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { inconsistentCustomPath } from './inconsistent-custom-path.ts';

const FIRST = 'mde_diagnostic/etc/opt/microsoft/mdatp/mde_path.json';
const COPY = 'mde_diagnostic/data/microsoft_mdatp/opt/microsoft/mdatp/conf/mde_path.json';
const PS = 'process_information.txt';
const TREE = '/data/microsoft_mdatp/opt/microsoft/mdatp';

const json = (path: string): string => `{"path": "${path}"}\n`;
const ps = (program: string): string =>
  `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1200 0.5 1.0 1 1 ? Ssl Mar09 0:10 ${program} \n`;
const link = (target: string): string =>
  `lrwxrwxrwx 1 root root 41 Mar 14 12:00 /opt/microsoft/mdatp -> ${target}\n`;
const BUNDLE = { 'mde.xml': '<mdatp/>' };
const GOOD = { ...BUNDLE, [FIRST]: json('/data/microsoft_mdatp') };

testAnalyzer(inconsistentCustomPath, {
  found: [
    {
      name: 'broken JSON',
      files: { ...BUNDLE, [FIRST]: '{path: /data}\n' },
      findings: [
        {
          text: 'mde_path.json is no valid JSON: a key in double quotes is expected',
          at: [`${FIRST}:1`],
          severity: 'high',
        },
      ],
    },
    {
      name: 'another key',
      files: { ...BUNDLE, [FIRST]: '{"folder": "/data"}\n' },
      findings: [{ text: 'mde_path.json names no path', at: [FIRST] }],
    },
    {
      name: 'a relative path',
      files: { ...BUNDLE, [FIRST]: json('data/mdatp') },
      findings: [{ text: 'mde_path.json names data/mdatp, which is no absolute path', at: [`${FIRST}:1`] }],
    },
    {
      name: 'the copy names another path',
      files: { ...GOOD, [COPY]: json('/srv/microsoft_mdatp') },
      findings: [
        {
          text: 'mde_path.json names /data/microsoft_mdatp, its copy in the installation names /srv/microsoft_mdatp',
          at: [`${FIRST}:1`, `${COPY}:1`],
        },
      ],
    },
    {
      name: 'the link leads elsewhere, and so does the daemon',
      files: { ...GOOD, 'mde_directories.txt': link('/srv/mdatp'), [PS]: ps('/srv/mdatp/sbin/wdavdaemon') },
      findings: [
        {
          text: `/opt/microsoft/mdatp leads to /srv/mdatp where mde_path.json asks for ${TREE}`,
          at: [`${FIRST}:1`, 'mde_directories.txt:1'],
        },
        {
          text: `The daemon runs from /srv/mdatp/sbin/wdavdaemon where mde_path.json asks for ${TREE}/sbin/wdavdaemon`,
          at: [`${FIRST}:1`, `${PS}:2`],
        },
      ],
    },
    {
      name: 'a folder in the place of the link',
      files: {
        ...GOOD,
        'mde_directories.txt':
          '/opt/microsoft/mdatp:\ntotal 0\ndrwxr-xr-x 2 root root 60 Mar 14 12:00 conf\n',
      },
      findings: [
        {
          text: `/opt/microsoft/mdatp is a folder of its own where mde_path.json asks for a link to ${TREE}`,
          at: [`${FIRST}:1`, 'mde_directories.txt:1'],
        },
      ],
    },
    {
      name: 'a folder on the way that others may not enter',
      files: {
        ...GOOD,
        'mde_directories.txt': `${link(TREE)}drwxr-x--- 3 root root 60 Mar 14 12:00 /data/microsoft_mdatp\n`,
      },
      findings: [
        {
          text: 'The folder /data/microsoft_mdatp of the installation has mode drwxr-x---; at least 755 is needed',
          at: ['mde_directories.txt:2', `${FIRST}:1`],
        },
      ],
    },
    {
      name: 'a network file system',
      files: {
        ...GOOD,
        'mount.txt': '/dev/sda1 on / type xfs (rw)\nnas.example:/data on /data type nfs4 (rw,vers=4.2)\n',
      },
      findings: [
        {
          text: 'The installation at /data/microsoft_mdatp lies on /data, a file system of type nfs4 that can go away',
          at: ['mount.txt:2', `${FIRST}:1`],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'all agree',
      files: {
        ...GOOD,
        [COPY]: json('/data/microsoft_mdatp/'),
        'mde_directories.txt': `${link(TREE)}drwxr-xr-x 3 root root 60 Mar 14 12:00 /data/microsoft_mdatp\n`,
        [PS]: ps(`${TREE}/sbin/wdavdaemon`),
        'mount.txt': '/dev/sda1 on / type xfs (rw)\n/dev/sdb1 on /data type ext4 (rw)\n',
      },
    },
    {
      name: 'ps shows the daemon by the link',
      files: { ...GOOD, [PS]: ps('/opt/microsoft/mdatp/sbin/wdavdaemon') },
    },
  ],
  blocked: [
    {
      name: 'another place, and no mde_path.json',
      files: { ...BUNDLE, [PS]: ps(`${TREE}/sbin/wdavdaemon`) },
      reason: 'mde_path.json is not in the bundle.',
    },
    { name: 'nothing tells of the place', files: BUNDLE, reason: 'mde_path.json is not in the bundle.' },
  ],
  notApplicable: [
    {
      name: 'the default place',
      files: { ...BUNDLE, [PS]: ps('/opt/microsoft/mdatp/sbin/wdavdaemon') },
      reason: 'The agent lies in its default place.',
    },
  ],
});
