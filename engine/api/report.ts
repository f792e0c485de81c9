import type { Confidence, EvidenceRole, RemediationCommand, RemediationLink, Severity } from './analyzer.ts';
import type { NotSeen } from './fact.ts';
import type { Source } from './knowledge.ts';
import type { EntryPath, Place } from './location.ts';
import type { MessageParam } from './message.ts';
import type { Problem } from './problem.ts';
import type { Identity, RedactionDone } from './redaction.ts';

/** Version of the report's shape; docs/report-format.md has its history. */
export const REPORT_SCHEMA = 2;

export type Evidence =
  | {
      readonly role: EvidenceRole;
      readonly entry: EntryPath;
      readonly line?: number;
      readonly endLine?: number;
      /** The cited lines with up to two lines of context on each side, raw, bounded. */
      readonly excerpt?: string;
      /** Line number of the excerpt's first line. */
      readonly excerptFirstLine?: number;
    }
  | { readonly role: EvidenceRole; readonly lookedFor: string; readonly lookedIn: readonly string[] };

export interface Finding {
  /** 16 hex digits; the same fault in tomorrow's bundle of this host has the same. */
  readonly fingerprint: string;
  readonly analyzer: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  /** The sentence with its values, in English. */
  readonly message: string;
  /** Which of the analyzer's messages it is, for other languages. */
  readonly messageId: string;
  readonly params: Readonly<Record<string, MessageParam>>;
  readonly why: string;
  /** Fingerprints of the findings that explain this one. */
  readonly becauseOf: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly remediation: {
    readonly steps: readonly string[];
    readonly commands: readonly RemediationCommand[];
    readonly links: readonly RemediationLink[];
  };
  readonly profile: string;
  readonly sources: readonly Source[];
}

export type AnalyzerStatus = 'found' | 'clean' | 'blocked' | 'not-applicable' | 'failed';

/**
 * What became of one analyzer. "Found nothing", "could not look" and "broke" are three things;
 * `clean` with something in `notSeen` is in order only as far as seen.
 */
export interface AnalyzerOutcome {
  readonly id: string;
  readonly status: AnalyzerStatus;
  readonly seen: readonly { readonly fact: string; readonly entries: readonly EntryPath[] }[];
  readonly notSeen: readonly NotSeen[];
  readonly reason?: string;
  /** Analyzers whose findings say the same and took the place of this one's. */
  readonly supersededBy?: readonly string[];
}

export interface BundleInfo {
  /** Name of the file or folder that was opened. */
  readonly name: string;
  /** Of the bytes of the file; of a folder as docs/report-format.md defines it. */
  readonly sha256: string;
  /** Bytes that were read to get at the bundle. */
  readonly bytes: number;
  readonly kind: string;
  /** Where in the opened file the bundle begins; empty for its top. */
  readonly root: EntryPath;
  /** ISO 8601, UTC. */
  readonly collectedAt?: string;
  /** Header facts by id: name, distribution, kernel, … */
  readonly host: Readonly<Record<string, string>>;
}

export interface ReportSettings {
  readonly thresholds: readonly {
    readonly id: string;
    readonly value: number;
    readonly default: number;
    readonly unit: string;
  }[];
  /** Tables of knowledge whose rows the user replaced, and the file that brought them. */
  readonly knowledge: readonly { readonly table: string; readonly file: string }[];
}

/** A value of a fact that went into the report, and where it stands in the bundle. */
export interface ExcerptItem {
  readonly value: ExcerptScalar | Readonly<Record<string, ExcerptScalar>>;
  readonly at: Place;
}

export type ExcerptScalar = string | number | boolean;

/** One field of one fact: a single value, or all of a list or of rows; an empty list is known to be empty. */
export interface FactExcerpt {
  readonly fact: string;
  readonly field: string;
  readonly items: readonly ExcerptItem[];
  /** There is more than the report keeps: what is kept must not be taken for all. */
  readonly cut?: true;
}

/** Version of the excerpts' shape, and of what they hold. */
export const REPORT_FACTS_SCHEMA = 1;

/** What checks of several hosts compare. */
export interface ReportFacts {
  readonly schema: typeof REPORT_FACTS_SCHEMA;
  /** By fact, then by field. Facts that the bundle does not tell are not there. */
  readonly excerpts: readonly FactExcerpt[];
}

/** One bundle, judged. Plain data: it can be stored, sent and compared. */
export interface Report {
  readonly profile: {
    readonly id: string;
    /** How the profile was settled: asked for, by the date of collection, or for want of a date. */
    readonly chosen: 'asked' | 'by-date' | 'no-date';
  };
  /** What the user set that differs from what is shipped. */
  readonly settings: ReportSettings;
  readonly bundle: BundleInfo;
  /** Worst first; roots before their consequences. */
  readonly findings: readonly Finding[];
  readonly analyzers: readonly AnalyzerOutcome[];
  readonly problems: readonly Problem[];
  readonly facts: ReportFacts;
  /** Names and ids of the host that stand somewhere in this report, for redaction; none where they were taken out. */
  readonly identities?: readonly Identity[];
  /** What was taken out of it; a report without it is raw. */
  readonly redaction?: RedactionDone;
  readonly entries: { readonly total: number; readonly recognised: number; readonly unrecognised: number };
  /** Whether the whole input was read, and if not, what ended it. */
  readonly ended: 'complete' | 'damaged' | 'limit' | 'cancelled';
}

/** What `--format json` prints and a saved report holds. */
export interface ReportFile {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly reports: readonly Report[];
}
