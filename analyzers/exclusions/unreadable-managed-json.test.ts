import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unreadableManagedJson } from './unreadable-managed-json.ts';

const list = (mode: string, owner = 'root', name = 'mdatp_managed.json') => ({
  'mde_directories.txt': `/etc/opt/microsoft/mdatp/managed:\ntotal 4\n${mode} 1 ${owner} root 812 Sep 29 04:01 ${name}\n`,
});

testAnalyzer(unreadableManagedJson, {
  found: [
    {
      name: 'every user may write',
      files: list('-rw-rw-rw-'),
      findings: [
        {
          text: 'Every user may write to mdatp_managed.json (mode -rw-rw-rw-)',
          at: ['mde_directories.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'of a user',
      files: list('-rw-r--r--', 'deploy'),
      findings: [
        {
          text: 'mdatp_managed.json belongs to deploy, not to root',
          at: ['mde_directories.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'closed to others',
      files: list('-rw-------'),
      findings: [
        {
          text: 'mdatp_managed.json has mode -rw-------, by which nobody but its owner and group reads it',
          at: ['mde_directories.txt:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'of root, for all to read', files: list('-rw-r--r--') },
    { name: 'with a mark of SELinux', files: list('-rw-r--r--.') },
    { name: 'of root by number', files: list('-rw-r--r--', '0') },
    { name: 'executable, which does no harm', files: list('-rwxr-xr-x') },
    { name: 'another file', files: list('-rw-rw-rw-', 'root', 'mdatp_managed.json.bak') },
  ],
  blocked: [{ name: 'no list of files', files: {} }],
});
