import {
  factOf,
  fillTemplate,
  type AnalysisContext,
  type AnalyzerOutcome,
  type AnyAnalyzer,
  type AnyFact,
  type Citation,
  type Evidence,
  type FactNeeds,
  type Finding,
  type FindingDraft,
  type MessageCatalog,
  type NotSeen,
  type Problem,
  type Verdict,
} from '../api/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FactOutcomes } from './resolve-facts.ts';

/** Gives the excerpt of a citation; throws where the citation names no entry of the bundle. */
export type Cite = (citation: Citation) => Evidence;

/** A finding with the subject by which others may refer to it. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly subject: string | undefined;
}

export interface Judgement {
  readonly outcome: AnalyzerOutcome;
  readonly findings: readonly JudgedFinding[];
  readonly problems: readonly Problem[];
}

/** Asks one analyzer. Whatever it throws becomes its own failure and nobody else's. */
export function evaluateOne(
  analyzer: AnyAnalyzer,
  outcomes: FactOutcomes,
  context: AnalysisContext,
  citeOf: Cite,
): Judgement {
  const { seen, notSeen, blockedBy, values } = resolveNeeds(analyzer.needs as FactNeeds, outcomes);
  const ended = (rest: Pick<AnalyzerOutcome, 'status'> & Partial<AnalyzerOutcome>): Judgement => ({
    outcome: { id: analyzer.id, seen, notSeen, ...rest },
    findings: [],
    problems: [],
  });
  try {
    const reason = notApplicableBecause(analyzer, outcomes, context);
    if (reason !== undefined) return ended({ status: 'not-applicable', seen: [], notSeen: [], reason });
    if (blockedBy.length > 0) return ended({ status: 'blocked' });
    const verdict: Verdict<MessageCatalog> = analyzer.evaluate(values, context);
    if ('notApplicable' in verdict) {
      return ended({ status: 'not-applicable', notSeen: [], reason: verdict.notApplicable });
    }
    if ('cannotTell' in verdict) {
      return ended({
        status: 'blocked',
        notSeen: [...notSeen, ...notNamedBefore(verdict.missing, notSeen)],
        reason: verdict.cannotTell,
      });
    }
    if (verdict.length === 0) return ended({ status: 'clean' });
    const findings = verdict.map((draft) => judged(analyzer, draft, context, citeOf));
    return { ...ended({ status: 'found' }), findings: withoutRepeats(findings) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem: Problem = { code: 'analyzer-threw', detail: `${analyzer.id}: ${reason}` };
    return { ...ended({ status: 'failed', reason }), problems: [problem] };
  }
}

/** An optional need that is missing is named already, with the places that were looked in. */
function notNamedBefore(
  missing: readonly NotSeen[] | undefined,
  notSeen: readonly NotSeen[],
): readonly NotSeen[] {
  return (missing ?? []).filter((one) => !notSeen.some((known) => known.fact === one.fact));
}

function notApplicableBecause(
  analyzer: AnyAnalyzer,
  outcomes: FactOutcomes,
  context: AnalysisContext,
): string | undefined {
  if (analyzer.kinds && !analyzer.kinds.includes(context.kind)) {
    return `It judges ${analyzer.kinds.join(', ')} bundles; this one is of kind ${context.kind}.`;
  }
  if (analyzer.profiles && !analyzer.profiles.includes(context.profile)) {
    return `It belongs to profile ${analyzer.profiles.join(', ')}; ${context.profile} is in force.`;
  }
  for (const { needs, unless } of analyzer.applies ?? []) {
    const reason = unless(resolveNeeds(needs, outcomes).values, context);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

interface ResolvedNeeds {
  readonly values: Record<string, unknown>;
  readonly seen: AnalyzerOutcome['seen'];
  readonly notSeen: readonly NotSeen[];
  readonly blockedBy: readonly AnyFact[];
}

function resolveNeeds(needs: FactNeeds, outcomes: FactOutcomes): ResolvedNeeds {
  const values: Record<string, unknown> = {};
  const seen: { fact: string; entries: readonly string[] }[] = [];
  const notSeen: NotSeen[] = [];
  const blockedBy: AnyFact[] = [];
  for (const [key, need] of Object.entries(needs)) {
    const fact = factOf(need);
    const outcome = outcomes.get(fact);
    if (outcome?.status === 'known') {
      values[key] = outcome.value;
      seen.push({ fact: fact.name, entries: outcome.entries });
      if (outcome.partial) notSeen.push({ fact: fact.name, status: 'partial', lookedIn: outcome.entries });
      continue;
    }
    const missing = outcome?.missing ?? [{ fact: fact.name, status: 'absent' as const, lookedIn: [] }];
    notSeen.push(...missing.filter((one) => !notSeen.some((known) => known.fact === one.fact)));
    if (!('optional' in need)) blockedBy.push(fact);
  }
  return { values, seen, notSeen, blockedBy };
}

function judged(
  analyzer: AnyAnalyzer,
  draft: FindingDraft<MessageCatalog>,
  context: AnalysisContext,
  citeOf: Cite,
): JudgedFinding {
  const params = draft.params ?? {};
  const template = (analyzer.messages as MessageCatalog)[draft.message];
  if (template === undefined) throw new Error(`There is no message ${draft.message}`);
  const identity = draft.identity ?? Object.entries(params).map(([name, value]) => `${name}=${value}`);
  const { steps, commands = [], links } = analyzer.remediation;
  const sources = draft.sources ?? analyzer.sources;
  const holds = sources.filter(({ profiles }) => !profiles || profiles.includes(context.profile));
  const finding: Finding = {
    fingerprint: fingerprintOf([analyzer.id, draft.message, ...identity]),
    analyzer: analyzer.id,
    severity: draft.severity ?? analyzer.severity,
    confidence: draft.confidence ?? analyzer.confidence,
    title: analyzer.title,
    message: fillTemplate(template, params),
    messageId: draft.message,
    params,
    why: analyzer.why,
    becauseOf: [],
    evidence: draft.evidence.map(citeOf),
    remediation: { steps, commands, links },
    profile: context.profile,
    sources: holds.length > 0 ? holds : sources,
  };
  return { finding, subject: draft.subject };
}

/** Two drafts that are the same finding become one, with the evidence of both. */
function withoutRepeats(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const byFingerprint = new Map<string, JudgedFinding>();
  for (const one of findings) {
    const first = byFingerprint.get(one.finding.fingerprint);
    const evidence = [...(first?.finding.evidence ?? []), ...one.finding.evidence];
    byFingerprint.set(
      one.finding.fingerprint,
      first ? { ...first, finding: { ...first.finding, evidence } } : one,
    );
  }
  return [...byFingerprint.values()];
}
