import { z } from 'zod';

import { count, factName, place, problem } from './parts.ts';

export const factRow = z.object({
  name: factName,
  title: z.string(),
  describes: z.string(),
  status: z.enum(['known', 'absent', 'not-read', 'unreadable']),
  /** Entries that it was read from. */
  entries: z.array(z.string()),
  /** Rows of its table or fields with a value. */
  values: count,
  problems: count,
});
export type FactShown = z.infer<typeof factRow>;

export const factsList = z.object({ rows: z.array(factRow) });

export const factCell = z.object({ text: z.string(), at: place.optional() });

export const factView = z.object({
  name: factName,
  title: z.string(),
  describes: z.string(),
  kind: z.enum(['fields', 'table', 'none']),
  columns: z.array(z.object({ id: z.string(), label: z.string(), describes: z.string() })),
  /** Fields: one row per field with label and value. Table: one row per element. */
  rows: z.array(z.array(factCell)),
  total: count,
  problems: z.array(problem),
});
export type FactTable = z.infer<typeof factView>;
