import { z } from 'zod';

import {
  count,
  entryAddress,
  factName,
  fingerprint,
  lineNumber,
  mistake,
  problem,
  severity,
} from './parts.ts';

/** One row of the tree of files. */
export const entryRow = z.object({
  address: entryAddress,
  /** The last part, as it is shown. */
  name: z.string(),
  kind: z.enum(['file', 'folder', 'link', 'archive', 'sections', 'other']),
  size: count,
  modified: z.string().optional(),
  linkTarget: z.string().optional(),
  /** Files and folders directly in it. */
  children: count,
  /** Findings that cite it, or something in it, and the worst of them. */
  findings: count,
  worst: severity.optional(),
  problems: count,
  recognised: z.boolean(),
});
export type EntryShown = z.infer<typeof entryRow>;

export const entriesPage = z.object({ rows: z.array(entryRow), total: count });
export type EntriesPage = z.infer<typeof entriesPage>;

export const foundEntries = z.object({ rows: z.array(entryRow), total: count, mistake: mistake.optional() });

/** How a file is best shown; raw is always possible. */
export const viewKind = z.enum(['text', 'json', 'key-values', 'csv', 'xml', 'hex']);
export type ViewKind = z.infer<typeof viewKind>;

export const entryInfo = z.object({
  address: entryAddress,
  kind: z.enum(['file', 'folder', 'link', 'archive', 'sections', 'other']),
  size: count,
  modified: z.string().optional(),
  /** Lines of a text; 0 for what is no text. */
  lines: count,
  /** Number of the first line: above 1 for a section of a file. */
  firstLine: lineNumber,
  encoding: z.string(),
  lineEnd: z.enum(['LF', 'CRLF', 'CR', 'none']),
  views: z.array(viewKind),
  facts: z.array(factName),
  findings: z.array(
    z.object({
      fingerprint,
      title: z.string(),
      severity,
      line: lineNumber.optional(),
      endLine: lineNumber.optional(),
    }),
  ),
  problems: z.array(problem),
  /** Why its content is not at hand, where it is not. */
  notAtHand: z.string().optional(),
});
export type EntryDetail = z.infer<typeof entryInfo>;

/** A window of lines. A cut line says how many characters it has in all. */
export const linesWindow = z.object({
  from: lineNumber,
  lines: z.array(z.object({ text: z.string(), length: count.optional() })),
});
export type LinesWindow = z.infer<typeof linesWindow>;

export const bytesWindow = z.object({ at: count, base64: z.string() });
export type BytesWindow = z.infer<typeof bytesWindow>;
