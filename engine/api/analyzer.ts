import type { FactNeeds, NotSeen, Resolved } from './fact.ts';
import { factOf } from './fact.ts';
import type { KnowledgeRow, KnowledgeTable, Source } from './knowledge.ts';
import type { Located, Place } from './location.ts';
import type { MessageCatalog, ParamsFor } from './message.ts';
import type { Threshold } from './threshold.ts';

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Confidence = 'certain' | 'likely' | 'possible';

export interface RemediationLink {
  readonly label: string;
  readonly href: `https://${string}`;
}

/** A command a person may copy. `disruptive` interrupts a service or the host. */
export interface RemediationCommand {
  readonly command: string;
  readonly risk: 'safe' | 'changes-host' | 'disruptive';
}

export interface Remediation {
  /** Imperatives, in order. */
  readonly steps: readonly string[];
  readonly commands?: readonly RemediationCommand[];
  readonly links: readonly RemediationLink[];
}

/** Why a place is cited: the fault itself, what it clashes with, or what explains it. */
export type EvidenceRole = 'subject' | 'conflicts-with' | 'context';

export type Citation =
  | { readonly kind: 'place'; readonly role: EvidenceRole; readonly at: Place }
  | {
      readonly kind: 'absence';
      readonly role: EvidenceRole;
      readonly lookedFor: string;
      readonly lookedIn: readonly string[];
    };

export type Evidence1 = readonly [Citation, ...Citation[]];

/** One judgement, still without excerpt: the engine adds it. */
export type FindingDraft<Messages extends MessageCatalog> = {
  [Id in keyof Messages & string]: {
    readonly message: Id;
    readonly evidence: Evidence1;
    readonly severity?: Severity;
    readonly confidence?: Confidence;
    /** What the finding is about, where several findings of one analyzer differ in it: a path, a product. */
    readonly subject?: string;
    /** Documents that state this very finding; those of the analyzer where it is left out. */
    readonly sources?: readonly Source[];
    /** What makes this the same finding in another bundle. Default: the message and its params. */
    readonly identity?: readonly string[];
  } & ParamsFor<Messages[Id]>;
}[keyof Messages & string];

/** The check has no meaning on this host, said in a sentence. */
export interface NotApplicable {
  readonly notApplicable: string;
}

/** The inputs are there, yet they do not suffice for a judgement. */
export interface CannotTell {
  readonly cannotTell: string;
  readonly missing?: readonly NotSeen[];
}

export type Verdict<Messages extends MessageCatalog> =
  readonly FindingDraft<Messages>[] | NotApplicable | CannotTell;

export interface AnalysisContext {
  /** When the bundle was collected. Analyzers have no clock of their own. */
  readonly collectedAt: Date | undefined;
  /** Id of the support profile in force. */
  readonly profile: string;
  /** Id of the bundle's kind. */
  readonly kind: string;
  /** False where part of the input could not be read: what is absent may be there. */
  readonly complete: boolean;
  /** The rows of a table that hold in the profile in force: the shipped ones, or those the user brought. */
  know<Row extends KnowledgeRow>(table: KnowledgeTable<Row>): readonly Row[];
  /** The document that states a row, for the `sources` of a finding that hangs on this row alone. */
  sourceOf<Row extends KnowledgeRow>(table: KnowledgeTable<Row>, row: Row): readonly Source[];
  /** The number in force: the shipped one, or the user's. */
  threshold(threshold: Threshold): number;
}

/**
 * Asked before the needs: a check that means nothing on this host is not applicable rather than blocked.
 * Every need is optional here. Returns the sentence that says why not, or undefined.
 */
export interface Applicability {
  readonly needs: FactNeeds;
  unless(facts: any, context: AnalysisContext): string | undefined;
}

export function applicability<Needs extends FactNeeds>(
  needs: Needs,
  unless: (
    facts: { readonly [K in keyof Needs]: Resolved<Needs>[K] | undefined },
    context: AnalysisContext,
  ) => string | undefined,
): Applicability {
  return { needs, unless };
}

/** Another analyzer whose findings explain this one's. */
export interface Because {
  readonly of: string;
  /** Only findings about the same subject explain each other. */
  readonly sameSubject?: boolean;
  /** Only findings about this subject explain it, where one analyzer finds several things. */
  readonly subject?: string;
  /** Only what this analyzer finds about this subject is explained, where it finds several things. */
  readonly forSubject?: string;
}

export interface Analyzer<
  Needs extends FactNeeds = FactNeeds,
  Messages extends MessageCatalog = MessageCatalog,
> {
  /** `area/noun`, the path of its file without the ending. */
  readonly id: string;
  /** Ids of checks that were merged into this one; `explain` and `--only` know them still. */
  readonly aliases?: readonly string[];
  /** The fault as a noun phrase, at most 60 characters. */
  readonly title: string;
  /** The consequence, in one sentence. */
  readonly why: string;
  /** The worst it can be; a draft may lower it. */
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Kinds of bundle and profiles it has a meaning in; all where left out. */
  readonly kinds?: readonly string[];
  readonly profiles?: readonly string[];
  readonly applies?: readonly Applicability[];
  readonly needs: Needs;
  readonly messages: Messages;
  readonly remediation: Remediation;
  readonly sources: readonly Source[];
  readonly because?: readonly Because[];
  /**
   * What it judges, where that is the bundle and not the host: its findings are read first, for they tell how far
   * the others reach.
   */
  readonly about?: 'bundle';
  /** Analyzers that would say the same; their findings give way to this one's. */
  readonly supersedes?: readonly string[];
  evaluate(facts: Resolved<Needs>, context: AnalysisContext): Verdict<Messages>;
}

// `any` is existential here: an analyzer of some facts and messages, whichever.
export type AnyAnalyzer = Analyzer<any, any>;

export function defineAnalyzer<const Needs extends FactNeeds, const Messages extends MessageCatalog>(
  analyzer: Analyzer<Needs, Messages>,
): Analyzer<Needs, Messages> {
  return analyzer;
}

/** Cites a place: of a located value, of a location, or an entry as a whole. */
export function cite(found: Located<unknown> | Place, role: EvidenceRole = 'subject'): Citation {
  return { kind: 'place', role, at: 'at' in found ? found.at : found };
}

/** Cites that something is not there, and where we looked. */
export function citeAbsence(
  lookedFor: string,
  lookedIn: readonly string[],
  role: EvidenceRole = 'subject',
): Citation {
  return { kind: 'absence', role, lookedFor, lookedIn };
}

/** Cites each of several places; the first is the one a person looks at first. */
export function citeAll(
  found: readonly [Located<unknown> | Place, ...(Located<unknown> | Place)[]],
  role: EvidenceRole = 'subject',
): Evidence1 {
  const [first, ...rest] = found;
  return [cite(first, role), ...rest.map((one) => cite(one, role))];
}

export function notApplicable(sentence: string): NotApplicable {
  return { notApplicable: sentence };
}

/** For inputs that exist but do not suffice. `missing` names facts whose presence would settle it. */
export function cannotTell(sentence: string, missing: FactNeeds = {}): CannotTell {
  return {
    cannotTell: sentence,
    missing: Object.values(missing).map((need) => {
      const { name, collect } = factOf(need);
      return { fact: name, status: 'absent', lookedIn: [], ...(collect ? { collect } : {}) };
    }),
  };
}
