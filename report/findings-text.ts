import type { Finding, Report, Severity } from '../engine/api/index.ts';
import { visibleLine } from './escape.ts';
import { evidenceLines } from './evidence-text.ts';
import type { Pen } from './pen.ts';
import { SEVERITY_ICON } from './severity-icon.ts';
import { shownFindings, type ShownFinding } from './view.ts';
import { wrap } from './wrap.ts';

/** Findings in reading order, each below the one that explains it and set in by its depth. */
export function findingsText(report: Report, minSeverity: Severity, pen: Pen): string {
  const { say, paint: p } = pen;
  const { rows, leftOut } = shownFindings(report, { minSeverity });
  const parts = rows.map((row) => findingText(row, pen));
  if (report.findings.length === 0) parts.push(`  ${say('findings.none')}`);
  if (leftOut > 0) {
    parts.push(
      `  ${p.dim(say('findings.hidden', { count: leftOut, severity: say(`severity.${minSeverity}`) }))}`,
    );
  }
  return [p.bold(say('findings.title')), '', parts.join('\n\n')].join('\n');
}

function findingText({ finding, depth, isFirst }: ShownFinding, pen: Pen): string {
  const { say, paint: p, width } = pen;
  const pad = '  '.repeat(depth);
  const inner = `${pad}    `;
  const { severity, title, message, why } = finding;
  const mark = p.severity(severity, `${SEVERITY_ICON[severity]} ${say(`severity.${severity}`)}`);
  return [
    `${pad}${depth > 0 ? '└ ' : '  '}${mark}  ${p.bold(title)}  ${p.dim(finding.analyzer)}`,
    ...(depth > 0 ? [`${inner}${p.dim(say('finding.because'))}`] : []),
    wrap(visibleLine(message), width, inner),
    p.dim(wrap(why, width, inner)),
    '',
    ...evidenceLines(finding.evidence, inner, pen),
    '',
    ...(isFirst ? remedyLines(finding, inner, pen) : [`${inner}${p.dim(say('finding.doAsAbove'))}`]),
  ].join('\n');
}

function remedyLines(
  { remediation, profile, sources }: Finding,
  pad: string,
  { say, paint: p, width }: Pen,
): string[] {
  const documents = sources.map(({ document, date }) =>
    date === undefined ? document : `${document} (${date})`,
  );
  return [
    `${pad}${say('finding.do')}`,
    ...remediation.steps.map((step, index) => wrap(step, width, `${pad}${index + 1}. `)),
    ...remediation.commands.map(
      ({ command, risk }) => `${pad}   $ ${command}  ${p.dim(`[${say(`risk.${risk}`)}]`)}`,
    ),
    ...remediation.links.map(({ label, href }) => p.dim(`${pad}↗ ${label}: ${href}`)),
    p.dim(wrap(say('finding.source', { profile, sources: documents.join(', ') }), width, pad)),
  ];
}
