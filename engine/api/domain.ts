import type { AnyAnalyzer } from './analyzer.ts';
import type { AnyFact, Fact } from './fact.ts';
import type { AnyFleetAnalyzer } from './fleet.ts';
import type { AnyKnowledgeTable, Source } from './knowledge.ts';
import type { RedactionWords } from './redaction.ts';
import type { Threshold } from './threshold.ts';

/** A kind of bundle, and how one is told. */
export interface BundleKind {
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /**
   * Addresses relative to a root whose presence shows that a bundle of this kind begins there; each inner list is
   * one way to tell, all of its addresses must be there. Patterns as in Places.
   */
  readonly markers: readonly (readonly string[])[];
  /**
   * Addresses (relative to this kind's root) of nested archives and folders that belong to this bundle although
   * they look like bundles themselves.
   */
  readonly parts?: readonly string[];
  /**
   * Its root holds folders only: where a file that the fallback kind reads lies beside them, somebody collected more,
   * and the root is of the fallback kind.
   */
  readonly foldersOnly?: true;
  /** The kind of a root that shows no marker: exactly one kind has it. */
  readonly fallback?: true;
}

/** A dated set of support rules. */
export interface SupportProfile {
  readonly id: string;
  readonly title: string;
  /** In force for bundles collected on or after this day (ISO 8601); the first profile has none. */
  readonly from?: string;
  readonly sources: readonly Source[];
}

/** What stands at the head of every output. The first field of each bundle is its host's name. */
export interface HostHeader {
  readonly collectedAt?: Date;
  readonly fields: readonly { readonly id: string; readonly label: string; readonly value: string }[];
}

/** All that the engine has to be told of a field of work. */
export interface Domain {
  readonly kinds: readonly BundleKind[];
  readonly facts: readonly AnyFact[];
  readonly analyzers: readonly AnyAnalyzer[];
  /** Checks that compare several reports. */
  readonly fleet: readonly AnyFleetAnalyzer[];
  /** Oldest first. */
  readonly profiles: readonly SupportProfile[];
  readonly header: Fact<HostHeader>;
  readonly knowledge: readonly AnyKnowledgeTable[];
  readonly thresholds: readonly Threshold[];
  /** Hides secrets in consecutive lines of a bundle, before they go into a report. As many lines come back. */
  readonly mask?: (lines: readonly string[]) => readonly string[];
  readonly redaction: RedactionWords;
}

export function defineKind(kind: BundleKind): BundleKind {
  return kind;
}
