import { SEVERITIES, type Finding, type Report, type Severity } from '../engine/api/index.ts';
import { visibleLine } from './escape.ts';
import { evidenceLines } from './evidence-text.ts';
import type { Pen } from './pen.ts';
import { SEVERITY_ICON } from './severity-icon.ts';
import { wrap } from './wrap.ts';

/** Findings in reading order, each below the one that explains it and set in by its depth. */
export function findingsText({ findings }: Report, minSeverity: Severity, pen: Pen): string {
  const { say, paint: p } = pen;
  const shown = findings.filter(
    ({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(minSeverity),
  );
  const depths = depthsOf(shown);
  const explained = new Set<string>();
  const parts = shown.map((finding) => {
    const isFirst = !explained.has(finding.analyzer);
    explained.add(finding.analyzer);
    return findingText(finding, depths.get(finding.fingerprint) ?? 0, isFirst, pen);
  });
  const hidden = findings.length - shown.length;
  if (findings.length === 0) parts.push(`  ${say('findings.none')}`);
  if (hidden > 0) {
    parts.push(
      `  ${p.dim(say('findings.hidden', { count: hidden, severity: say(`severity.${minSeverity}`) }))}`,
    );
  }
  return [p.bold(say('findings.title')), '', parts.join('\n\n')].join('\n');
}

function depthsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { fingerprint, becauseOf } of findings) {
    const parent = becauseOf.find((root) => depths.has(root));
    depths.set(fingerprint, parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1);
  }
  return depths;
}

function findingText(finding: Finding, depth: number, isFirst: boolean, pen: Pen): string {
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
