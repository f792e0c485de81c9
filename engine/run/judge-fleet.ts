import {
  fillTemplate,
  SEVERITIES,
  type AnyFleetAnalyzer,
  type FleetBundle,
  type FleetContext,
  type FleetDraft,
  type FleetFinding,
  type FleetHost,
  type FleetNeeds,
  type FleetOutcome,
  type FleetReport,
  type FleetValue,
  type FleetVerdict,
  type MessageCatalog,
  type Problem,
  type Report,
} from '../api/index.ts';
import { fingerprintOf } from './fingerprint.ts';

interface FleetJudgement {
  readonly outcome: FleetOutcome;
  readonly findings: readonly FleetFinding[];
  readonly problems: readonly Problem[];
}

/** Compares reports by the checks of several hosts. Reports may be new or read from where they were kept. */
export function judgeFleet(
  reports: readonly Report[],
  analyzers: readonly AnyFleetAnalyzer[],
  context: FleetContext,
): FleetReport {
  const judgements = analyzers.map((analyzer) => judgeOne(analyzer, reports, context));
  return {
    bundles: reports.map(bundleOf),
    findings: judgements.flatMap(({ findings }) => findings).sort(worstFirst),
    analyzers: judgements.map(({ outcome }) => outcome).sort((a, b) => compare(a.id, b.id)),
    problems: judgements.flatMap(({ problems }) => problems),
  };
}

function bundleOf({ bundle: { name, root, sha256, host } }: Report): FleetBundle {
  return { name, root, sha256, ...(host['name'] === undefined ? {} : { host: host['name'] }) };
}

/** Whatever a check throws becomes its own failure and nobody else's. */
function judgeOne(
  analyzer: AnyFleetAnalyzer,
  reports: readonly Report[],
  context: FleetContext,
): FleetJudgement {
  const needs = analyzer.needs as FleetNeeds;
  const hosts: FleetHost[] = [];
  const leftOut: { bundle: number; lacks: readonly string[] }[] = [];
  for (const [bundle, report] of reports.entries()) {
    const { values, lacks } = valuesOf(report, needs);
    if (lacks.length > 0) leftOut.push({ bundle, lacks });
    else hosts.push(hostOf(report, bundle, values));
  }
  const ended = (rest: Pick<FleetOutcome, 'status'> & Partial<FleetOutcome>): FleetJudgement => ({
    outcome: { id: analyzer.id, compared: hosts.map(({ bundle }) => bundle), leftOut, ...rest },
    findings: [],
    problems: [],
  });
  if (hosts.length < 2) {
    return ended({ status: 'blocked', reason: 'Fewer than two reports hold what is compared.' });
  }
  try {
    const verdict: FleetVerdict<MessageCatalog> = analyzer.evaluate(hosts, context);
    if ('notApplicable' in verdict) return ended({ status: 'not-applicable', reason: verdict.notApplicable });
    if ('cannotTell' in verdict) return ended({ status: 'blocked', reason: verdict.cannotTell });
    const findings = verdict.map((draft) => findingOf(analyzer, draft));
    return { ...ended({ status: findings.length > 0 ? 'found' : 'clean' }), findings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem: Problem = { code: 'analyzer-threw', detail: `${analyzer.id}: ${reason}` };
    return { ...ended({ status: 'failed', reason }), problems: [problem] };
  }
}

function hostOf(
  { bundle: { host, collectedAt } }: Report,
  bundle: number,
  values: Readonly<Record<string, FleetValue>>,
): FleetHost {
  const time = collectedAt === undefined ? undefined : new Date(collectedAt);
  return { bundle, name: host['name'], collectedAt: time, values };
}

function valuesOf(
  { facts }: Report,
  needs: FleetNeeds,
): { readonly values: Record<string, FleetValue>; readonly lacks: readonly string[] } {
  const values: Record<string, FleetValue> = {};
  const lacks: string[] = [];
  for (const [key, { fact, field, optional }] of Object.entries(needs)) {
    const excerpt = facts.excerpts.find((one) => one.fact === fact.name && one.field === field);
    if (excerpt) values[key] = { items: excerpt.items, cut: excerpt.cut === true };
    else if (!optional) lacks.push(`${fact.name}.${field}`);
  }
  return { values, lacks };
}

function findingOf(analyzer: AnyFleetAnalyzer, draft: FleetDraft<MessageCatalog>): FleetFinding {
  const params = draft.params ?? {};
  const template = (analyzer.messages as MessageCatalog)[draft.message];
  if (template === undefined) throw new Error(`There is no message ${draft.message}`);
  const identity = draft.identity ?? Object.entries(params).map(([name, value]) => `${name}=${value}`);
  const { steps, commands = [], links } = analyzer.remediation;
  return {
    fingerprint: fingerprintOf([analyzer.id, draft.message, ...identity]),
    analyzer: analyzer.id,
    severity: draft.severity ?? analyzer.severity,
    confidence: draft.confidence ?? analyzer.confidence,
    title: analyzer.title,
    message: fillTemplate(template, params),
    messageId: draft.message,
    params,
    why: analyzer.why,
    evidence: draft.evidence.map(({ role, bundle, at }) => ({ role, bundle, ...at })),
    remediation: { steps, commands, links },
    sources: analyzer.sources,
  };
}

function worstFirst(a: FleetFinding, b: FleetFinding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.analyzer, b.analyzer) ||
    compare(a.message, b.message) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
