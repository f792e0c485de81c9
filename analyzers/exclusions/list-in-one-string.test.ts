import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { listInOneString } from './list-in-one-string.ts';

testAnalyzer(listInOneString, {
  found: [
    {
      name: 'two in one',
      files: {
        'mdatp_managed.json': '{ "antivirusEngine": {\n"unmonitoredFilesystems": ["nfs,fuse"]\n} }\n',
      },
      findings: [
        {
          text: 'unmonitoredFilesystems holds "nfs,fuse" as one element',
          at: ['mdatp_managed.json:2'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'one element each',
      files: {
        'mdatp_managed.json': '{ "antivirusEngine": { "unmonitoredFilesystems": ["nfs", "fuse"] } }\n',
      },
    },
    {
      name: 'none',
      files: { 'mdatp_managed.json': '{ "antivirusEngine": { "unmonitoredFilesystems": [] } }\n' },
    },
  ],
  blocked: [{ name: 'no managed settings', files: {} }],
});
