import {
  SEVERITIES,
  type AnalyzerOutcome,
  type Evidence,
  type Finding,
  type Report,
  type ReportFile,
} from '../engine/api/index.ts';
import { speaker, type Say } from './messages.ts';
import { headerRows, subjectOf, type HeaderRow } from './parts/header-rows.ts';
import { notCovered, redactionCounts } from './redaction-text.ts';
import { shownFindings, type ReportView } from './view.ts';
import { xml, xmlText } from './xml.ts';

/** Checks as test cases, for pipelines that show tests: a suite for each host. */
export function renderJunit({ reports }: ReportFile, view: ReportView): string {
  const say = speaker();
  const suites = reports.map((report) => suiteOf(report, view, say));
  const sum = (name: keyof Counts): number => suites.reduce((all, { counts }) => all + counts[name], 0);
  const totals = {
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
    skipped: sum('skipped'),
  };
  const root = xml(
    'testsuites',
    { name: say('html.brand'), ...totals },
    suites.map(({ text }) => text),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suiteOf(
  report: Report,
  view: ReportView,
  say: Say,
): { readonly counts: Counts; readonly text: string } {
  const findings = shownFindings(report, view).rows.map(({ finding }) => finding);
  const byCheck = Map.groupBy(findings, ({ analyzer }) => analyzer);
  const cases = report.analyzers.map((outcome) => caseOf(outcome, byCheck.get(outcome.id) ?? [], say));
  const count = (end: CaseEnd): number => cases.filter((one) => one.end === end).length;
  const counts = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
  const { redaction, bundle } = report;
  const redacted = redaction ? [...redactionCounts(redaction, say), ...notCovered(say)] : [];
  const properties: readonly HeaderRow[] = [
    ...headerRows(report, say),
    [say('html.sha256'), bundle.sha256],
    ...redacted.map((text): HeaderRow => [say('redaction.title'), text]),
  ];
  return {
    counts,
    text: xml(
      'testsuite',
      { name: subjectOf(report), ...counts, timestamp: bundle.collectedAt?.slice(0, 19), time: 0 },
      xml(
        'properties',
        {},
        properties.map(([name, value]) => xml('property', { name, value })),
      ),
      cases.map(({ text }) => text),
    ),
  };
}

type CaseEnd = 'passed' | 'failure' | 'error' | 'skipped';

function caseOf(
  { id, status, reason, notSeen }: AnalyzerOutcome,
  findings: readonly Finding[],
  say: Say,
): { readonly end: CaseEnd; readonly text: string } {
  const [end, inside] = ((): readonly [CaseEnd, readonly string[]] => {
    if (findings.length > 0) return ['failure', [failure(findings, say)]];
    if (status === 'failed')
      return ['error', [xml('error', { type: status, message: reason ?? say('failed.title') })]];
    if (status === 'blocked') {
      const inputs = reason ?? notSeen.map((one) => one.collect?.title ?? one.fact).join(', ');
      return ['skipped', [xml('skipped', { message: say('sarif.blocked', { inputs }) })]];
    }
    if (status === 'not-applicable')
      return ['skipped', [xml('skipped', { message: reason ?? say('junit.notApplicable') })]];
    return ['passed', []];
  })();
  const area = id.slice(0, id.indexOf('/'));
  return { end, text: xml('testcase', { classname: area, name: id, time: 0 }, inside) };
}

/** All findings of one check: the worst gives its severity, the first its sentence. */
function failure(findings: readonly Finding[], say: Say): string {
  const worst = SEVERITIES.find((severity) => findings.some((one) => one.severity === severity));
  const [first] = findings;
  const lines = findings.flatMap(({ severity, message, evidence }) => [
    `${say(`severity.${severity}`)}: ${message}`,
    ...evidence.map((one) => `  ${placeText(one, say)}`),
  ]);
  const steps = (first?.remediation.steps ?? []).map((step, index) => `${index + 1}. ${step}`);
  const text = [...lines, '', say('finding.do'), ...steps].join('\n');
  return xml('failure', { type: worst, message: first?.message }, xmlText(text));
}

function placeText(evidence: Evidence, say: Say): string {
  if ('lookedFor' in evidence)
    return say('finding.lookedFor', { what: evidence.lookedFor, where: evidence.lookedIn.join(', ') });
  const { entry, line, excerpt, excerptFirstLine = line } = evidence;
  if (line === undefined) return entry;
  const cited = excerpt?.split('\n')[line - (excerptFirstLine ?? line)] ?? '';
  return `${entry}:${line}  ${cited.trim()}`;
}
