import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { symlinkedOpt } from './symlinked-opt.ts';

const find = (...rows: readonly (readonly [string, string])[]) => ({
  'root-symlinks': rows
    .map(
      ([path, target]) =>
        `   131073      0 lrwxrwxrwx   1 root     root            7 Mar 14  2025 ${path} -> ${target}\n`,
    )
    .join(''),
});

testAnalyzer(symlinkedOpt, {
  found: [
    {
      name: 'the list that a sosreport holds',
      files: find(['/bin', 'usr/bin'], ['/opt', '/data/opt']),
      findings: [{ text: '/opt is a link to /data/opt', at: ['root-symlinks:2'], severity: 'medium' }],
    },
    {
      name: 'only the folder of the vendor',
      files: find(['/bin', 'usr/bin'], ['/opt/microsoft', '/data/microsoft']),
      findings: [{ text: '/opt/microsoft is a link to /data/microsoft', at: ['root-symlinks:2'] }],
    },
    {
      name: 'ls of the folder itself',
      files: { 'ls-ld_opt': 'lrwxrwxrwx 1 root root 9 Mar 14 2025 /opt -> /data/opt\n' },
      findings: [{ text: '/opt is a link to /data/opt', at: ['ls-ld_opt:1'] }],
    },
  ],
  clean: [
    { name: 'a list without it', files: find(['/bin', 'usr/bin'], ['/lib', 'usr/lib']) },
    {
      name: 'another link below it',
      files: find(['/bin', 'usr/bin'], ['/opt/java', '/opt/jdk-21'], ['/opt/microsoft-edge', '/x']),
    },
    { name: 'a folder', files: { 'ls-ld_opt': 'drwxr-xr-x 4 root root 4096 Mar 14 2025 /opt\n' } },
  ],
  blocked: [
    { name: 'no list', files: {}, missing: ['storage.links'] },
    {
      name: "a list of the agent's folders only",
      files: {
        'mde_directories.txt':
          '/opt/microsoft/mdatp/lib:\nlrwxrwxrwx 1 root root 9 Mar 14 12:00 libx.so -> libx.so.1\n',
      },
      reason: 'No list of the links at the root is in the bundle.',
    },
  ],
});
