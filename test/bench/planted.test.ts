import { expect, it } from 'vitest';

import type { Report } from '../../engine/api/index.ts';
import { missedLines } from './planted.ts';

it('a planted line counts as found where a finding cites exactly it', () => {
  const evidence = [
    { role: 'subject', entry: 'var/log/messages', line: 7 },
    { role: 'subject', lookedFor: 'a line', lookedIn: ['var/log/syslog:1'] },
  ];
  const report = { findings: [{ evidence }] } as unknown as Report;
  const planted = [
    { entry: 'var/log/messages', line: 7 },
    { entry: 'var/log/messages', line: 8 },
    { entry: 'var/log/syslog', line: 1 },
  ];
  expect(missedLines(planted, { reports: [report] })).toEqual(planted.slice(1));
});
