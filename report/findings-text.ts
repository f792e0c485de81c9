import { SEVERITIES, type Evidence, type Finding, type Report, type Severity } from '../engine/api/index.ts';
import { visible, visibleLine } from './escape.ts';
import type { Pen } from './pen.ts';
import { wrap } from './wrap.ts';

const ICON: Readonly<Record<Severity, string>> = {
  critical: '▲',
  high: '◆',
  medium: '●',
  low: '○',
  info: '·',
};

/** Findings in reading order, each below the one that explains it and set in by its depth. */
export function findingsText({ findings }: Report, minSeverity: Severity, pen: Pen): string {
  const { say, paint: p } = pen;
  const shown = findings.filter(
    ({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(minSeverity),
  );
  const depths = depthsOf(shown);
  const parts = shown.map((finding) => findingText(finding, depths.get(finding.fingerprint) ?? 0, pen));
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

function findingText(finding: Finding, depth: number, { say, paint: p, width }: Pen): string {
  const pad = '  '.repeat(depth);
  const inner = `${pad}    `;
  const { severity, title, message, why, remediation } = finding;
  const mark = p.severity(severity, `${ICON[severity]} ${say(`severity.${severity}`)}`);
  const lines = [`${pad}${depth > 0 ? '└ ' : '  '}${mark}  ${p.bold(title)}  ${p.dim(finding.analyzer)}`];
  if (depth > 0) lines.push(`${inner}${p.dim(say('finding.because'))}`);
  lines.push(wrap(visibleLine(message), width, inner), p.dim(wrap(why, width, inner)), '');
  for (const evidence of finding.evidence)
    lines.push(...evidenceLines(evidence, inner, { say, paint: p, width }));
  lines.push('', `${inner}${say('finding.do')}`);
  remediation.steps.forEach((step, index) => lines.push(wrap(step, width, `${inner}${index + 1}. `)));
  for (const { command, risk } of remediation.commands) {
    lines.push(`${inner}   $ ${command}  ${p.dim(`[${say(`risk.${risk}`)}]`)}`);
  }
  for (const { label, href } of remediation.links) lines.push(p.dim(`${inner}↗ ${label}: ${href}`));
  const sources = finding.sources.map(({ document, date }) =>
    date === undefined ? document : `${document} (${date})`,
  );
  lines.push(
    p.dim(
      wrap(say('finding.source', { profile: finding.profile, sources: sources.join(', ') }), width, inner),
    ),
  );
  return lines.join('\n');
}

function evidenceLines(evidence: Evidence, pad: string, { say, paint: p, width }: Pen): readonly string[] {
  const role = evidence.role === 'subject' ? '' : `  ${p.dim(say(`role.${evidence.role}`))}`;
  if ('lookedFor' in evidence) {
    const where = evidence.lookedIn.map(visibleLine).join(', ');
    return [
      wrap(say('finding.lookedFor', { what: visibleLine(evidence.lookedFor), where }), width, pad) + role,
    ];
  }
  const { entry, line, endLine = line, excerpt, excerptFirstLine } = evidence;
  const head = `${pad}${visibleLine(entry)}${line === undefined ? '' : `:${line}`}${role}`;
  if (excerpt === undefined || excerptFirstLine === undefined || line === undefined) return [head];
  const rows = excerpt.split('\n').map((text, index) => {
    const number = excerptFirstLine + index;
    const isCited = number >= line && number <= (endLine ?? line);
    const room = Math.max(20, width - pad.length - 10);
    const shown = visible(text).replaceAll('\t', ' ');
    const cut = shown.length > room ? `${shown.slice(0, room - 1)}…` : shown;
    const row = `${pad}${isCited ? '▌' : ' '}${String(number).padStart(5)}  ${cut}`;
    return isCited ? row : p.dim(row);
  });
  return [head, ...rows];
}
