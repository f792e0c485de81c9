import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { failingScans } from './failing-scans.ts';

/** One scan a line, from line 2 on. The first began on 14 October 2026, each further one a day before. */
const history = (...states: readonly string[]) => ({
  wdavhistory: `{"scans": [\n${states
    .map(
      (state, days) =>
        `{"type": "quick", "state": "${state}", "startTime": "${1791943200000 - days * 86_400_000}"}`,
    )
    .join(',\n')}]}`,
});
const collectedAt = '2026-10-14T09:00:00Z';

testAnalyzer(failingScans, {
  found: [
    {
      name: 'two of five fail',
      files: history('failed', 'succeeded', 'succeeded', 'aborted', 'succeeded'),
      collectedAt,
      findings: [
        {
          text: 'Of 5 scans 2 did not succeed (aborted, failed)',
          at: ['wdavhistory:2', 'wdavhistory:5'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'scans that began days ago and still run',
      files: history('running', 'running', 'succeeded', 'running', 'running', 'succeeded', 'succeeded'),
      collectedAt,
      findings: [{ text: 'Of 5 scans 2 did not succeed (running)', at: ['wdavhistory:5', 'wdavhistory:6'] }],
    },
    {
      name: 'one of two, where two are asked for',
      files: history('failed', 'succeeded'),
      collectedAt,
      thresholds: { 'health.fewest-scans': 2 },
      findings: [{ text: 'Of 2 scans 1 did not succeed (failed)', at: ['wdavhistory:2'] }],
    },
  ],
  clean: [
    { name: 'all succeed', files: history('succeeded', 'succeeded'), collectedAt },
    {
      name: 'one of five',
      files: history('succeeded', 'failed', 'succeeded', 'succeeded', 'succeeded'),
      collectedAt,
    },
    { name: 'one scan, which failed', files: history('failed'), collectedAt },
    {
      name: 'scans that a person ended',
      files: history('cancelled', 'canceled', 'succeeded', 'cancelled', 'succeeded'),
      collectedAt,
    },
    {
      name: 'a scan runs at the moment',
      files: history('running', 'succeeded', 'succeeded', 'succeeded', 'succeeded'),
      collectedAt,
    },
  ],
  blocked: [{ name: 'no history', files: {}, missing: ['mdatp.scan-history'] }],
  notApplicable: [
    {
      name: 'no scan was ever made',
      files: { wdavhistory: '{"scans": []}' },
      reason: 'The history holds no scan that has ended.',
    },
  ],
});
