import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** Name of the program, as long as it is written in full. */
  program: z.string(),
});

export const fanotifyWatchers = defineKnowledge({
  name: 'fanotify-watchers',
  describes: 'Programs that use fanotify to be told of changes and never hold an access',
  sources: {
    projects: { document: 'Documentation of the projects, collected', date: '2026-11' },
  },
  row,
  rows: [
    { program: 'tracker-miner-fs-3', source: 'projects' },
    { program: 'localsearch-3', source: 'projects' },
    { program: 'fatrace', source: 'projects' },
    { program: 'fsnotifywait', source: 'projects' },
    { program: 'systemd-readahead', source: 'projects' },
  ],
});
