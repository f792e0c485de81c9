import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { halfInstalledPackage } from './half-installed-package.ts';

const dpkg = (...rows: readonly string[]): string =>
  [
    '||/ Name Version Architecture Description',
    'ii  bash  5.2  amd64  a shell',
    ...rows.map((row) => `${row}  amd64  x`),
    '',
  ].join('\n');
const DEBS = 'installed-debs';

testAnalyzer(halfInstalledPackage, {
  found: [
    {
      name: 'its last script failed',
      files: { [DEBS]: dpkg('iF  mdatp  101.26062.0007') },
      findings: [
        {
          text: 'dpkg lists mdatp as iF: half configured: its last script failed',
          at: [`${DEBS}:3`],
          severity: 'high',
        },
      ],
    },
    {
      name: 'removed, and its daemon runs on',
      files: {
        [DEBS]: dpkg('rc  mdatp  101.26062.0007'),
        ps: 'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1200 0.5 1.0 1 1 ? Ssl Mar09 0:10 /opt/microsoft/mdatp/sbin/wdavdaemon\n',
      },
      findings: [
        {
          text: 'dpkg lists mdatp as rc, removed, though the agent is still there',
          at: [`${DEBS}:3`, 'ps:2'],
        },
      ],
    },
    {
      name: 'one file is missing',
      files: {
        'rpm_-V_mdatp':
          'missing     /opt/microsoft/mdatp/lib/liba.so\nS.5....T.  c /etc/opt/microsoft/mdatp/x\n',
      },
      findings: [
        {
          text: 'The file /opt/microsoft/mdatp/lib/liba.so of the package is missing',
          at: ['rpm_-V_mdatp:1'],
        },
      ],
    },
    {
      name: 'several files are missing',
      files: { 'rpm_-V_mdatp': 'missing     /opt/a.so\nmissing     /opt/b.so\nmissing   c /etc/opt/c\n' },
      findings: [
        {
          text: '2 files of the package are missing, the first of them /opt/a.so',
          at: ['rpm_-V_mdatp:1', 'rpm_-V_mdatp:2'],
        },
      ],
    },
  ],
  clean: [
    { name: 'installed', files: { [DEBS]: dpkg('ii  mdatp  101.26062.0007') } },
    { name: 'held at its version', files: { [DEBS]: dpkg('hi  mdatp  101.26062.0007') } },
    {
      name: 'removed with its settings left, and nothing else',
      files: { [DEBS]: dpkg('rc  mdatp  101.26062.0007') },
    },
    { name: 'another package is half configured', files: { [DEBS]: dpkg('iF  nginx  1.22') } },
    {
      name: 'only settings differ',
      files: {
        'rpm_-V_mdatp': 'S.5....T.  c /etc/opt/microsoft/mdatp/x\n.M.......    /opt/microsoft/mdatp/sbin/x\n',
      },
    },
  ],
  blocked: [
    {
      name: 'no packages',
      files: { 'mde.xml': '<mdatp/>' },
      reason: 'No list of packages is in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a host with rpm',
      files: { 'installed-rpms': 'mdatp-101.26062.0007-1.x86_64\n' },
      reason: 'rpm knows no half-installed packages, and its check of the files is not in the bundle.',
    },
  ],
});
