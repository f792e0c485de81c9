import type { Finding, Report, ReportFile } from '../../engine/api/index.ts';
import { jsonText } from '../json.ts';
import { speaker, type Say } from '../messages.ts';
import { subjectOf } from '../parts/header-rows.ts';
import { notCovered, redactionCounts } from '../redaction-text.ts';
import { shownFindings, type ReportView } from '../view.ts';
import { invocation } from './invocation.ts';
import { BASE_ID, bundleLocation, logicalLocations } from './locations.ts';
import { resultOf } from './results.ts';
import { ruleOf } from './rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0: a run for each report, a rule for each check that found something. */
export function renderSarif({ tool, reports }: ReportFile, view: ReportView): string {
  const say = speaker();
  return jsonText({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: reports.map((report) => runOf(report, tool, view, say)),
  });
}

function runOf(report: Report, { version }: ReportFile['tool'], view: ReportView, say: Say): object {
  const findings = shownFindings(report, view).rows.map(({ finding }) => finding);
  const rules = rulesIn(findings);
  const { name, sha256, bytes, kind, collectedAt } = report.bundle;
  return {
    tool: {
      driver: {
        name: say('html.brand'),
        version,
        language: 'en',
        rules: rules.map((one) => ruleOf(one, say)),
      },
    },
    automationDetails: { id: `${subjectOf(report)}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE_ID]: { description: { text: name } } },
    invocations: [invocation(report, view, say)],
    artifacts: [{ location: bundleLocation(name), length: bytes, hashes: { 'sha-256': sha256 } }],
    logicalLocations: logicalLocations(findings),
    results: findings.map((finding) => {
      const ruleIndex = rules.findIndex(({ analyzer }) => analyzer === finding.analyzer);
      return resultOf(finding, ruleIndex, view, say);
    }),
    properties: {
      kind,
      profile: report.profile.id,
      host: report.bundle.host,
      ...(collectedAt === undefined ? {} : { collectedAt }),
      ...(report.redaction
        ? { redacted: redactionCounts(report.redaction, say), notCovered: notCovered(say) }
        : {}),
    },
  };
}

/** One finding of each check, by id. */
function rulesIn(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.analyzer)) first.set(finding.analyzer, finding);
  return [...first.values()].sort((a, b) => (a.analyzer < b.analyzer ? -1 : 1));
}
