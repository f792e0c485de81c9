import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** A part of the text, in small letters: the whole changes from version to version. */
  contains: z.string().min(4),
  about: z.enum(['licence', 'events', 'selinux', 'engine', 'definitions']),
});

export type HealthIssue = z.infer<typeof row>;

/** What the agent lists as an issue of its health, by a part of its words. The first row that fits counts. */
export const healthIssues = defineKnowledge({
  name: 'health-issues',
  describes: 'Issues that the agent lists about its own health, and what each is about',
  sources: {
    updates: { document: 'linux-updates', date: '2025-01' },
    whatsnew: { document: 'linux-whatsnew', date: '2025-01' },
    words: { document: 'The words of health_issues themselves', date: '2026-11' },
  },
  row,
  rows: [
    { contains: 'missing license', about: 'licence', source: 'updates' },
    { contains: 'no active supplementary event provider', about: 'events', source: 'whatsnew' },
    { contains: 'selinux denials', about: 'selinux', source: 'whatsnew' },
    { contains: 'license', about: 'licence', source: 'words' },
    { contains: 'event provider', about: 'events', source: 'words' },
    { contains: 'engine', about: 'engine', source: 'words' },
    { contains: 'definitions', about: 'definitions', source: 'words' },
  ],
});
