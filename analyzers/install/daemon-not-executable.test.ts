import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { daemonNotExecutable } from './daemon-not-executable.ts';

const listing = (mode: string, name = 'wdavdaemon'): string =>
  `/opt/microsoft/mdatp/sbin:\ntotal 8\n${mode} 1 root root 4096 Jun  1 10:00 ${name}\n`;

testAnalyzer(daemonNotExecutable, {
  found: [
    {
      name: 'no execute bit at all',
      files: { 'mde.xml': '<mdatp/>', 'mde_directories.txt': listing('-rw-r--r--') },
      findings: [
        { text: '/opt/microsoft/mdatp/sbin/wdavdaemon has mode -rw-r--r--', at: ['mde_directories.txt:3'] },
      ],
    },
    {
      name: 'none for others',
      files: { 'mde.xml': '<mdatp/>', 'mde_directories.txt': listing('-rwxr-x---') },
      findings: [
        { text: '/opt/microsoft/mdatp/sbin/wdavdaemon has mode -rwxr-x---', at: ['mde_directories.txt:3'] },
      ],
    },
  ],
  clean: [{ name: '0755', files: { 'mde.xml': '<mdatp/>', 'mde_directories.txt': listing('-rwxr-xr-x') } }],
  blocked: [
    { name: 'no list of files', files: { 'mde.xml': '<mdatp/>' }, missing: ['mdatp.directories'] },
    {
      name: 'a list without the daemon',
      files: { 'mde.xml': '<mdatp/>', 'mde_directories.txt': listing('-rwxr-xr-x', 'telemetryd_v2') },
      reason: '/opt/microsoft/mdatp/sbin/wdavdaemon is not in the list of files.',
    },
  ],
});
