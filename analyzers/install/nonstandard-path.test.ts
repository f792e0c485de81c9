import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { nonstandardPath } from './nonstandard-path.ts';

const ps = (program: string): string =>
  `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1 0.0 0.0 1 1 ? Ss Mar09 0:01 /sbin/init splash\nroot 1200 0.5 1.0 1 1 ? Ssl Mar09 0:10 ${program}\n`;
const health = (version: string): string => `healthy : true\napp_version : "${version}"\n`;
const MOVED = '/data/microsoft_mdatp/opt/microsoft/mdatp';

testAnalyzer(nonstandardPath, {
  found: [
    {
      name: 'an agent that supports no other place',
      files: { ps: ps(`${MOVED}/sbin/wdavdaemon`), 'health.txt': health('101.24102.0000') },
      findings: [
        {
          text: `Agent 101.24102.0000 lies in ${MOVED}; it supports no place but /opt/microsoft/mdatp`,
          at: ['ps:3', 'health.txt:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'an agent that supports it, with all that says so',
      files: {
        'process_information.txt': ps(`${MOVED}/sbin/wdavdaemon`),
        'health.txt': health('101.25062.0003'),
        'mde_diagnostic/etc/opt/microsoft/mdatp/mde_path.json': '{"path": "/data/microsoft_mdatp"}\n',
        'mde_directories.txt': `lrwxrwxrwx 1 root root 41 Mar 14 12:00 /opt/microsoft/mdatp -> ${MOVED}\n`,
      },
      findings: [
        {
          text: `Agent 101.25062.0003 lies in ${MOVED}, as is supported since 101.25062.0003`,
          at: [
            'process_information.txt:3',
            'mde_directories.txt:1',
            'mde_diagnostic/etc/opt/microsoft/mdatp/mde_path.json:1',
            'health.txt:2',
          ],
          severity: 'info',
        },
      ],
    },
    {
      name: 'only the unit file tells, and no version',
      files: {
        'service_file.txt': '[Service]\nExecStart=/srv/mdatp/sbin/wdavdaemon\n',
        'mde.xml': '<mdatp/>',
      },
      findings: [
        {
          text: 'The agent lies in /srv/mdatp; whether its version supports that is not in the bundle',
          at: ['service_file.txt:2'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the default place',
      files: { ps: ps('/opt/microsoft/mdatp/sbin/wdavdaemon'), 'health.txt': health('101.24102.0000') },
    },
    {
      name: 'by the unit file, where ps shows bare names',
      files: {
        ps: ps('wdavdaemon'),
        'service_file.txt': '[Service]\nExecStart=/opt/microsoft/mdatp/sbin/wdavdaemon\n',
        'mde.xml': '<mdatp/>',
      },
    },
  ],
  blocked: [
    {
      name: 'ps shows bare names',
      files: { ps: ps('wdavdaemon') },
      reason: 'Nothing tells where the agent lies.',
    },
  ],
});
