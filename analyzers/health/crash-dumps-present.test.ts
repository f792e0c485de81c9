import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { crashDumpsPresent } from './crash-dumps-present.ts';

const MARKER = { 'mde.xml': '<mdatp><device_info></device_info></mdatp>' };
const STATE = 'mde_diagnostic/var/opt/microsoft/mdatp/wdav_crash_state';

testAnalyzer(crashDumpsPresent, {
  found: [
    {
      name: 'one dump',
      files: { ...MARKER, 'crashes/wdavdaemon-1.dmp': 'MDMP' },
      findings: [
        {
          text: 'The agent left a crash dump: wdavdaemon-1.dmp',
          at: ['crashes/wdavdaemon-1.dmp'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'several dumps',
      files: {
        ...MARKER,
        'crashes/a.dmp': 'MDMP',
        'crashes/b.dmp': 'MDMP',
      },
      findings: [
        {
          text: 'The agent left 2 crash dumps, the newest of them a.dmp',
          at: ['crashes/a.dmp', 'crashes/b.dmp'],
        },
      ],
    },
    {
      name: 'the count of the agent',
      files: { ...MARKER, [STATE]: '{"uploadCount": 2}' },
      findings: [{ text: 'The agent counts 2 crashes of its own', at: [`${STATE}:1`] }],
    },
  ],
  clean: [{ name: 'the count is zero', files: { ...MARKER, [STATE]: '{"uploadCount": 0}' } }],
  blocked: [
    {
      name: 'nothing that would show it',
      files: MARKER,
      missing: ['mdatp.crash-dumps', 'mdatp.crash-state'],
      reason: 'Nothing in the bundle would show crashes of the agent.',
    },
  ],
});
