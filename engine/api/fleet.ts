import type {
  CannotTell,
  Confidence,
  EvidenceRole,
  NotApplicable,
  Remediation,
  Severity,
} from './analyzer.ts';
import type { AnyFact } from './fact.ts';
import type { Source } from './knowledge.ts';
import type { Place } from './location.ts';
import type { MessageCatalog, ParamsFor } from './message.ts';
import type { Problem } from './problem.ts';
import type { AnalyzerStatus, ExcerptItem, Finding } from './report.ts';
import type { Threshold } from './threshold.ts';

/** A field of a fact, of which reports keep the values: its declaration says `fleet: true`. */
export interface FleetNeed {
  readonly fact: AnyFact;
  readonly field: string;
  /** A report without it is compared all the same. */
  readonly optional?: true;
}

export type FleetNeeds = Readonly<Record<string, FleetNeed>>;

/** What a report keeps of a field. `cut`: there was more, so that the items are not all. */
export interface FleetValue {
  readonly items: readonly ExcerptItem[];
  readonly cut: boolean;
}

/** One report as a check of several hosts sees it. */
export interface FleetHost<Needs extends FleetNeeds = FleetNeeds> {
  /** Its number in the list of reports that are compared, from 0. */
  readonly bundle: number;
  /** Name of the host; undefined where the bundle does not tell. */
  readonly name: string | undefined;
  readonly collectedAt: Date | undefined;
  readonly values: {
    readonly [Key in keyof Needs]: Needs[Key] extends { readonly optional: true }
      ? FleetValue | undefined
      : FleetValue;
  };
}

/** A place in one of the bundles. */
export interface FleetCitation {
  readonly role: EvidenceRole;
  readonly bundle: number;
  readonly at: Place;
}

export type FleetEvidence1 = readonly [FleetCitation, ...FleetCitation[]];

export type FleetDraft<Messages extends MessageCatalog> = {
  [Id in keyof Messages & string]: {
    readonly message: Id;
    readonly evidence: FleetEvidence1;
    readonly severity?: Severity;
    readonly confidence?: Confidence;
    /** What makes this the same finding next time. Default: the message and its params. */
    readonly identity?: readonly string[];
  } & ParamsFor<Messages[Id]>;
}[keyof Messages & string];

export type FleetVerdict<Messages extends MessageCatalog> =
  readonly FleetDraft<Messages>[] | NotApplicable | CannotTell;

export interface FleetContext {
  /** The number in force: the shipped one, or the user's. */
  threshold(threshold: Threshold): number;
}

/** One check that compares the reports of several hosts: a pure function from what they keep to findings. */
export interface FleetAnalyzer<
  Needs extends FleetNeeds = FleetNeeds,
  Messages extends MessageCatalog = MessageCatalog,
> {
  /** `area/noun`, the path of its file without the ending. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly needs: Needs;
  readonly messages: Messages;
  readonly remediation: Remediation;
  readonly sources: readonly Source[];
  /** Only the hosts whose reports keep all that is needed, in the order of the reports; two at least. */
  evaluate(hosts: readonly FleetHost<Needs>[], context: FleetContext): FleetVerdict<Messages>;
}

// `any` is existential here: an analyzer of some needs and messages, whichever.
export type AnyFleetAnalyzer = FleetAnalyzer<any, any>;

export function defineFleetAnalyzer<const Needs extends FleetNeeds, const Messages extends MessageCatalog>(
  analyzer: FleetAnalyzer<Needs, Messages>,
): FleetAnalyzer<Needs, Messages> {
  return analyzer;
}

/** Cites a place in the bundle of a host. */
export function citeIn(
  { bundle }: FleetHost<any>,
  { at }: ExcerptItem,
  role: EvidenceRole = 'subject',
): FleetCitation {
  return { role, bundle, at };
}

/** A place of a finding about several hosts: its bundle by number in `bundles`. */
export interface FleetEvidence extends Place {
  readonly role: EvidenceRole;
  readonly bundle: number;
}

export type FleetFinding = Omit<Finding, 'evidence' | 'becauseOf' | 'profile'> & {
  readonly evidence: readonly FleetEvidence[];
};

/** What became of one check of several hosts. */
export interface FleetOutcome {
  readonly id: string;
  readonly status: AnalyzerStatus;
  /** Bundles whose reports were compared. */
  readonly compared: readonly number[];
  /** Bundles that were left out, and the fields (`fact.field`) that their reports lack. */
  readonly leftOut: readonly { readonly bundle: number; readonly lacks: readonly string[] }[];
  readonly reason?: string;
}

/** A report among those that were compared. */
export interface FleetBundle {
  readonly name: string;
  readonly root: string;
  readonly sha256: string;
  readonly host?: string;
}

/** Several reports, compared. */
export interface FleetReport {
  readonly bundles: readonly FleetBundle[];
  /** Worst first. */
  readonly findings: readonly FleetFinding[];
  readonly analyzers: readonly FleetOutcome[];
  readonly problems: readonly Problem[];
}
