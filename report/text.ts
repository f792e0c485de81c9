import type { Report, ReportFile, Severity } from '../engine/api/index.ts';
import { blockedText } from './blocked-text.ts';
import { findingsText } from './findings-text.ts';
import { speaker } from './messages.ts';
import { paint } from './paint.ts';
import { checkCountTexts, severityCounts } from './parts/counts.ts';
import { headerRows, partialText } from './parts/header-rows.ts';
import { failedChecks, problemRows } from './parts/problem-rows.ts';
import type { Pen } from './pen.ts';
import { notCovered, redactionCounts } from './redaction-text.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  readonly minSeverity: Severity;
  /** For "how long ago"; left out, it is not said. */
  readonly now?: Date;
}

/** Reports for eyes: header, findings under their roots, what could not be looked at, counts. */
export function renderText({ reports }: ReportFile, options: TextOptions): string {
  const pen: Pen = { say: speaker(), paint: paint(options.color), width: options.width };
  return reports.map((report) => reportText(report, options, pen)).join(`\n${'═'.repeat(options.width)}\n\n`);
}

function reportText(report: Report, options: TextOptions, pen: Pen): string {
  const parts = [
    headerText(report, options, pen),
    findingsText(report, options.minSeverity, pen),
    blockedText(report, pen),
    problemsText(report, pen),
    countsText(report, pen),
    redactionText(report, pen),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Width of the labels at the head. */
const LABEL = 14;

function headerText(report: Report, { now }: TextOptions, { say, paint: p, width }: Pen): string {
  const lines = headerRows(report, say, now).map(([label, value], index) => {
    const text = index === 0 ? p.bold(value) : value;
    return `${p.dim(label.padEnd(LABEL))}${text}`;
  });
  const partial = partialText(report, say);
  if (partial !== undefined) lines.push('', p.severity('high', partial));
  return [...lines, p.dim('─'.repeat(width))].join('\n');
}

/** Problems shown in text; the rest is in the JSON. */
const MOST_PROBLEMS = 20;

function problemsText(report: Report, { say, paint: p }: Pen): string {
  const failed = failedChecks(report).map(({ id, reason }) => `  ${id}: ${reason}`);
  const problems = problemRows(report);
  const rows = problems.slice(0, MOST_PROBLEMS).map(({ code, place, detail }) => {
    return `  ${p.dim(code)}  ${place === '' ? '' : `${place}  `}${detail}`;
  });
  if (problems.length > MOST_PROBLEMS)
    rows.push(`  ${say('problems.more', { count: problems.length - MOST_PROBLEMS })}`);
  return [
    ...(failed.length > 0 ? [p.bold(say('failed.title')), ...failed] : []),
    ...(rows.length > 0 ? [p.bold(say('problems.title')), ...rows] : []),
  ].join('\n');
}

function countsText(report: Report, { say, paint: p }: Pen): string {
  const { findings, entries } = report;
  const bySeverity = severityCounts(findings).map(({ severity, count }) =>
    p.severity(severity, `${count} ${say(`severity.${severity}`)}`),
  );
  const found = [say('counts.findings', { count: findings.length }), ...bySeverity].join(' · ');
  return [
    p.bold(say('counts.title')),
    `  ${found}`,
    `  ${checkCountTexts(report, say).join(' · ')}`,
    `  ${say('counts.entries', entries)}`,
  ].join('\n');
}

function redactionText({ redaction }: Report, { say, paint: p }: Pen): string {
  if (!redaction) return '';
  return [
    p.bold(say('redaction.title')),
    ...redactionCounts(redaction, say).map((row) => `  ${row}`),
    `  ${say('redaction.notCovered')}`,
    ...notCovered(say).map((row) => `  - ${row}`),
  ].join('\n');
}
