import { z } from 'zod';

import { limitFlag, bundleId, count, offerId, problem, reportIndex, severity } from './parts.ts';

export const severityCounts = z.object({
  critical: count,
  high: count,
  medium: count,
  low: count,
  info: count,
});

/** Something that can be opened, as the start page lists it. */
export const offer = z.object({
  id: offerId,
  name: z.string(),
  /** `left`: was open when an earlier desk ended without a word. */
  origin: z.enum(['argument', 'upload', 'recent', 'sample', 'left']),
  /** Says what a sample shows. */
  describes: z.string().optional(),
  bytes: count.optional(),
  /** Of a recent one: what was seen when it was opened last. */
  host: z.string().optional(),
  openedAt: z.string().optional(),
  collectedAt: z.string().optional(),
  worst: severity.optional(),
  pinned: z.boolean().optional(),
  missing: z.boolean().optional(),
  /** Times that reading it ended its engine or the desk. */
  deaths: count.optional(),
});
export type Offer = z.infer<typeof offer>;

/**
 * `held`: not begun, because reading it ended the engine before; `ended`: its engine ended unexpectedly; `saved`: a report
 * without its bundle.
 */
export const stage = z.enum([
  'waiting',
  'reading',
  'judging',
  'done',
  'cancelled',
  'failed',
  'ended',
  'held',
  'saved',
]);
export type Stage = z.infer<typeof stage>;

export const progress = z.object({
  bytesRead: count,
  bytesTotal: count.optional(),
  entry: z.string(),
  milliseconds: count,
});
export type Progress = z.infer<typeof progress>;

/** One open bundle, as tabs and the status bar show it. */
export const openBundle = z.object({
  id: bundleId,
  name: z.string(),
  stage,
  progress: progress.optional(),
  /** One per host in it. */
  reports: z.array(
    z.object({ index: reportIndex, host: z.string(), kind: z.string(), worst: severity.optional() }),
  ),
  /** Why it could not be opened, or why its engine ended: a sentence. */
  sentence: z.string().optional(),
  /** A zip inside it asks for a password. */
  asksPassword: z.boolean(),
  /** Limits that were met and that one may raise to read on. */
  raises: z.array(limitFlag),
  /** False where the engine of this bundle has ended: reports are kept, files cannot be looked into. */
  filesAtHand: z.boolean(),
});
export type OpenBundle = z.infer<typeof openBundle>;

export const reportSummary = z.object({
  index: reportIndex,
  name: z.string(),
  sha256: z.string(),
  bytes: count,
  kind: z.string(),
  kindTitle: z.string(),
  root: z.string(),
  host: z.array(z.object({ id: z.string(), label: z.string(), value: z.string() })),
  collectedAt: z.string().optional(),
  profile: z.object({ id: z.string(), title: z.string(), chosen: z.enum(['asked', 'by-date', 'no-date']) }),
  ended: z.enum(['complete', 'damaged', 'limit', 'cancelled']),
  counts: severityCounts,
  checks: z.object({
    clean: count,
    asFarAsSeen: count,
    notApplicable: count,
    blocked: count,
    failed: count,
    found: count,
  }),
  entries: z.object({ total: count, recognised: count, unrecognised: count }),
  problems: count,
  settings: z.array(z.string()),
  /** Fingerprints of the worst findings that nothing explains, worst first. */
  worstRoots: z.array(z.string()),
  /** Fingerprints of findings about the bundle itself: what its collection lacks. */
  quality: z.array(z.string()),
  milliseconds: count,
});
export type ReportSummary = z.infer<typeof reportSummary>;

/** An input that is missing, and the checks that wait for it. */
export const missingInput = z.object({
  fact: z.string(),
  title: z.string(),
  how: z.string(),
  command: z.string().optional(),
  lookedIn: z.array(z.string()),
  checks: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type MissingInput = z.infer<typeof missingInput>;

export const missingInputs = z.object({
  inputs: z.array(missingInput),
  /** One text to send to whoever collects; empty where no command would bring anything. */
  request: z.string(),
});
export type MissingInputs = z.infer<typeof missingInputs>;

export const problemsPage = z.object({ rows: z.array(problem), total: count });

export const deskState = z.object({
  version: z.string(),
  locale: z.string(),
  bundles: z.array(openBundle),
  offers: z.array(offer),
  /** Bytes that one upload may have. */
  mostUploadBytes: count,
});
export type DeskState = z.infer<typeof deskState>;
