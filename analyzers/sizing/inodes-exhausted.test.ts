import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { inodesExhausted } from './inodes-exhausted.ts';

const df = (...rows: readonly string[]) => ({
  'df_-i': ['Filesystem      Inodes  IUsed   IFree IUse% Mounted on', ...rows, ''].join('\n'),
});
const ROOT = '/dev/vda3      3276800 182340 3094460    6% /';

testAnalyzer(inodesExhausted, {
  found: [
    {
      name: '/var without a free inode',
      files: df(ROOT, '/dev/vdb1       655360 655360       0  100% /var'),
      findings: [
        { text: '/var has 100 % of its inodes in use, with 0 left', at: ['df_-i:3'], severity: 'high' },
      ],
    },
    {
      name: 'one file system for all is named once',
      files: df('/dev/vda3      3276800 3112960 163840   95% /'),
      findings: [{ text: '/ has 95 % of its inodes in use, with 163840 left', at: ['df_-i:2'] }],
    },
  ],
  clean: [
    { name: 'enough', files: df(ROOT) },
    { name: 'a file system without a limit', files: df('/dev/vda3            0      0       0     - /') },
    {
      name: 'an image that is full by nature, where the agent does not lie',
      files: df(ROOT, '/dev/loop3       1072   1072       0  100% /snap/core20/2318'),
    },
  ],
  blocked: [
    { name: 'no inodes', files: {}, missing: ['storage.inodes'] },
    {
      name: 'a list of other file systems',
      files: df('/dev/vdb1       655360 655360       0  100% /data'),
      reason: 'No file system that could hold the agent is in the list.',
    },
  ],
});
