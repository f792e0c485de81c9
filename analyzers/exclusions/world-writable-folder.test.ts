import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { worldWritableFolder } from './world-writable-folder.ts';

testAnalyzer(worldWritableFolder, {
  found: [
    {
      name: 'the folder for passing files',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/tmp/"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The folder /tmp/ is excluded, where every user may put files',
          at: ['exclusions.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'its content by a star',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/var/tmp/*"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The folder /var/tmp/* is excluded, where every user may put files',
          at: ['exclusions.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'shared memory',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/dev/shm"\nScope: ["global"]\n=====\n' },
      findings: [
        {
          text: 'The folder /dev/shm is excluded, where every user may put files',
          at: ['exclusions.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'the homes of all',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/home/"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The folder /home/ is excluded, where every user may put files',
          at: ['exclusions.txt:3'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a folder below',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/tmp/app-7f3a/"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'a name that begins alike',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/tmpfiles/"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'a folder of the system, which is another fault',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/usr/lib/"\nScope: ["epp"]\n=====\n' },
    },
    { name: 'no exclusions', files: { 'exclusions.txt': '=====\nNo exclusions\n=====\n' } },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
