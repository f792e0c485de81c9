import { z } from 'zod';

import {
  analyzerId,
  checkStatus,
  confidence,
  count,
  entryAddress,
  fingerprint,
  mistake,
  place,
  severity,
} from './parts.ts';

export const triageState = z.enum(['open', 'confirmed', 'not-relevant', 'done']);
export type TriageState = z.infer<typeof triageState>;

export const triage = z.object({
  state: triageState,
  /** Why it is not relevant. */
  reason: z.string().max(2_000).optional(),
  note: z.string().max(20_000).optional(),
});
export type Triage = z.infer<typeof triage>;

export const findingRow = z.object({
  fingerprint,
  analyzer: analyzerId,
  area: z.string(),
  severity,
  confidence,
  title: z.string(),
  message: z.string(),
  /** 0 for a root; a consequence stands below what explains it. */
  depth: count,
  consequences: count,
  places: count,
  /** The first place, as a row shows it. */
  first: z.string(),
  triage: triageState,
  hasNote: z.boolean(),
  /** Told while the bundle was still read; the report at the end is the truth. */
  provisional: z.boolean(),
});
export type FindingRow = z.infer<typeof findingRow>;

export const facet = z.object({
  name: z.enum(['severity', 'area', 'triage', 'confidence', 'file']),
  values: z.array(z.object({ value: z.string(), count, selected: z.boolean() })),
});
export type Facet = z.infer<typeof facet>;

export const findingsSort = z.enum(['tree', 'severity', 'area', 'title', 'file']);

export const findingsPage = z.object({
  rows: z.array(findingRow),
  total: count,
  /** Findings before the filter. */
  all: count,
  facets: z.array(facet),
  mistake: mistake.optional(),
});
export type FindingsPage = z.infer<typeof findingsPage>;

export const evidenceShown = z.union([
  z.object({
    role: z.enum(['subject', 'conflicts-with', 'context']),
    at: place,
    /** Lines of the excerpt with their numbers; `cited` are those that the finding is about. */
    lines: z.array(z.object({ number: count, text: z.string(), cited: z.boolean() })),
  }),
  z.object({
    role: z.enum(['subject', 'conflicts-with', 'context']),
    lookedFor: z.string(),
    lookedIn: z.array(z.string()),
  }),
]);
export type EvidenceShown = z.infer<typeof evidenceShown>;

export const commandShown = z.object({
  command: z.string(),
  risk: z.enum(['safe', 'changes-host', 'disruptive']),
});
/** A link opens by analyzer and index; the host is shown before. */
export const linkShown = z.object({ label: z.string(), host: z.string(), index: count });

export const sourceShown = z.object({ document: z.string(), date: z.string().optional() });

export const inputShown = z.object({
  fact: z.string(),
  describes: z.string(),
  status: z.enum(['seen', 'absent', 'not-read', 'unreadable', 'partial']),
  entries: z.array(z.object({ entry: entryAddress, address: entryAddress })),
  reason: z.string().optional(),
});

export const findingDetail = z.object({
  row: findingRow,
  why: z.string(),
  evidence: z.array(evidenceShown),
  steps: z.array(z.string()),
  commands: z.array(commandShown),
  links: z.array(linkShown),
  sources: z.array(sourceShown),
  profile: z.string(),
  /** Values that filled the sentence. */
  params: z.array(z.object({ name: z.string(), value: z.string() })),
  inputs: z.array(inputShown),
  because: z.array(z.object({ fingerprint, title: z.string() })),
  consequences: z.array(z.object({ fingerprint, title: z.string() })),
  triage,
  /** The finding as Markdown, for a ticket. */
  markdown: z.string(),
});
export type FindingDetail = z.infer<typeof findingDetail>;

export const checkRow = z.object({
  id: analyzerId,
  area: z.string(),
  title: z.string(),
  status: checkStatus,
  /** In order, but an optional input was not seen or was cut. */
  asFarAsSeen: z.boolean(),
  reason: z.string().optional(),
  notSeen: z.array(z.string()),
  supersededBy: z.array(z.string()),
});
export type CheckRow = z.infer<typeof checkRow>;

export const checksPage = z.object({
  rows: z.array(checkRow),
  total: count,
  counts: z.object({
    found: count,
    clean: count,
    asFarAsSeen: count,
    blocked: count,
    notApplicable: count,
    failed: count,
  }),
  mistake: mistake.optional(),
});
export type ChecksPage = z.infer<typeof checksPage>;

/** The page of a check, for help and for "why": as text with Markdown in `page`. */
export const checkPage = z.object({
  id: analyzerId,
  title: z.string(),
  why: z.string(),
  severity,
  confidence,
  kinds: z.array(z.string()),
  profiles: z.array(z.string()),
  inputs: z.array(z.object({ fact: z.string(), describes: z.string(), optional: z.boolean() })),
  messages: z.array(z.string()),
  steps: z.array(z.string()),
  commands: z.array(commandShown),
  links: z.array(linkShown),
  sources: z.array(sourceShown),
  because: z.array(z.string()),
  supersedes: z.array(z.string()),
  page: z.string(),
});
export type CheckPage = z.infer<typeof checkPage>;
