import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  consumer: z.string(),
  /** Programs that take audit events whenever they run. */
  processes: z.array(z.string()),
  /** Words of the command line by which a program shows that it takes them: its script, or a switch. */
  words: z.array(z.string()),
  /** Names of its plugin of auditd, and of the program there. */
  plugins: z.array(z.string()),
});

/** A program beside the agent that takes the events of the audit system. */
export type AuditConsumer = z.infer<typeof row>;

export const auditConsumers = defineKnowledge({
  name: 'audit-consumers',
  describes: 'Programs that take events of the audit system, by their processes and plugins',
  sources: {
    vendors: { document: 'Documentation of the vendors, collected', date: '2026-11' },
  },
  row,
  rows: [
    { consumer: 'Auditbeat', processes: ['auditbeat'], words: [], plugins: [], source: 'vendors' },
    {
      consumer: 'auoms',
      processes: ['auoms', 'auomscollect'],
      words: [],
      plugins: ['auoms', 'auomscollect'],
      source: 'vendors',
    },
    { consumer: 'Laurel', processes: ['laurel'], words: [], plugins: ['laurel'], source: 'vendors' },
    { consumer: 'Wazuh', processes: [], words: [], plugins: ['af_wazuh'], source: 'vendors' },
    { consumer: 'Splunk (rlog.sh)', processes: [], words: ['rlog.sh'], plugins: [], source: 'vendors' },
    { consumer: 'osquery', processes: [], words: ['--disable_audit=false'], plugins: [], source: 'vendors' },
    { consumer: 'go-audit', processes: ['go-audit'], words: [], plugins: [], source: 'vendors' },
  ],
});
