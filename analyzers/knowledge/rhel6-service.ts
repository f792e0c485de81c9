import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

/** How long RHEL and CentOS 6 were served, and by which agent at last. */
export const rhel6Service = defineKnowledge({
  name: 'rhel6-service',
  describes: 'Last agent for RHEL and CentOS 6, and the day on which its service ended',
  sources: {
    'linux-whatsnew': { document: 'linux-whatsnew', date: '2025-01' },
  },
  row: rowShape({ lastAgent: z.string(), endsOn: z.iso.date() }),
  rows: [{ lastAgent: '101.23082.0011', endsOn: '2024-06-30', source: 'linux-whatsnew' }],
});
