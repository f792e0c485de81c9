import { z } from 'zod';

import { count, filterText, fingerprint } from './parts.ts';

/** What a report is exported in; the command line says which program a PDF needs. */
export const exportFormat = z.enum([
  'html',
  'pdf',
  'markdown',
  'ticket',
  'json',
  'csv',
  'sarif',
  'junit',
  'text',
]);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Parts of an export that can be left out. */
export const exportSection = z.enum(['evidence', 'remedies', 'blocked', 'checks', 'problems']);
export type ExportSection = z.infer<typeof exportSection>;

export const facetChoice = z.record(z.string().max(20), z.array(z.string().max(2_000)).max(200));

/** Which findings an export shows; the JSON is always the whole report. */
export const exportChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('filtered'), filter: filterText, facets: facetChoice }),
  z.strictObject({ kind: z.literal('chosen'), fingerprints: z.array(fingerprint).min(1).max(5_000) }),
]);

/** An export that waits to be fetched, once. */
export const exportId = z.string().regex(/^x[0-9a-f]{16}$/u);
export const exportMade = z.object({ id: exportId, name: z.string(), bytes: count });
