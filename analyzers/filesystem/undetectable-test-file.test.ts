import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { undetectableTestFile } from './undetectable-test-file.ts';

const mount = (...lines: readonly string[]) => ({ mount: [...lines, ''].join('\n') });
const ROOT = '/dev/sda1 on / type ext4 (rw,relatime)';

testAnalyzer(undetectableTestFile, {
  found: [
    {
      name: 'a root on ZFS',
      files: mount('rpool/ROOT/ubuntu on / type zfs (rw,relatime,xattr)'),
      findings: [
        {
          text: '/tmp, where the test file goes, is of type zfs, which real-time protection does not cover',
          at: ['mount:1'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'somebody looked where the file lies',
      files: {
        ...mount(ROOT),
        'findmnt-T.txt': 'TARGET SOURCE FSTYPE OPTIONS\n/mnt/s //files.example/s cifs rw\n',
      },
      findings: [
        {
          text: 'The test file lies on /mnt/s, of type cifs, which real-time protection does not cover',
          at: ['findmnt-T.txt:2'],
        },
      ],
    },
  ],
  clean: [
    { name: '/tmp on the root', files: mount(ROOT) },
    { name: '/tmp in memory', files: mount(ROOT, 'tmpfs on /tmp type tmpfs (rw)') },
    { name: 'an uncovered file system elsewhere', files: mount(ROOT, 'tank on /data type zfs (rw)') },
  ],
  blocked: [
    { name: 'no mounts', files: {}, missing: ['storage.test-file-place'] },
    {
      name: 'a type of which nothing is known',
      files: mount('none on / type novelfs (rw)'),
      reason: 'Whether novelfs is scanned is not known.',
    },
  ],
});
