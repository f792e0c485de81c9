import { SEVERITIES, type Report, type ReportFile, type Severity } from '../engine/api/index.ts';
import { blockedText } from './blocked-text.ts';
import { visibleLine } from './escape.ts';
import { findingsText } from './findings-text.ts';
import { hostLabel } from './host-label.ts';
import { speaker, type Say } from './messages.ts';
import { paint } from './paint.ts';
import type { Pen } from './pen.ts';
import { notCovered, redactionCounts } from './redaction-text.ts';
import { settingsTexts } from './settings-texts.ts';

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

function headerText(
  { bundle, profile, settings, ended }: Report,
  { now }: TextOptions,
  { say, paint: p, width }: Pen,
): string {
  const rows: [string, string][] = Object.entries(bundle.host).map(([id, value]) => [
    hostLabel(id, say),
    visibleLine(value),
  ]);
  rows.push([say('header.collected'), collectedText(bundle.collectedAt, now, say)]);
  rows.push([say('header.kind'), bundle.kind]);
  rows.push([say('header.profile'), say(`header.profile.${profile.chosen}`, { id: profile.id })]);
  for (const text of settingsTexts(settings, say)) rows.push([say('header.settings'), visibleLine(text)]);
  const root = bundle.root === '' ? '' : ` · ${visibleLine(bundle.root)}`;
  const file = {
    name: visibleLine(bundle.name),
    root,
    bytes: bundle.bytes,
    sha256: bundle.sha256.slice(0, 12),
  };
  rows.push([say('header.file'), say('header.file.value', file)]);
  const lines = rows.map(([label, value], index) => {
    const text = index === 0 ? p.bold(value) : value;
    return `${p.dim(label.padEnd(LABEL))}${text}`;
  });
  if (ended !== 'complete') {
    lines.push('', p.severity('high', say('header.partial', { reason: say(`ended.${ended}`) })));
  }
  return [...lines, p.dim('─'.repeat(width))].join('\n');
}

function collectedText(collectedAt: string | undefined, now: Date | undefined, say: Say): string {
  if (collectedAt === undefined) return say('header.collected.unknown');
  const when = `${collectedAt.slice(0, 16).replace('T', ' ')} UTC`;
  if (!now) return when;
  const days = Math.floor((now.getTime() - Date.parse(collectedAt)) / 86_400_000);
  return days < 0 ? when : say('header.collected.ago', { when, days });
}

/** Problems shown in text; the rest is in the JSON. */
const MOST_PROBLEMS = 20;

function problemsText({ problems, analyzers }: Report, { say, paint: p }: Pen): string {
  const failed = analyzers.filter(({ status }) => status === 'failed');
  const own = failed.map(({ id, reason }) => `  ${id}: ${visibleLine(reason ?? '')}`);
  const shown = problems.filter(({ code }) => code !== 'analyzer-threw');
  const rows = shown.slice(0, MOST_PROBLEMS).map(({ code, detail, at }) => {
    const place =
      at && at.entry !== '' ? `${visibleLine(at.entry)}${at.line === undefined ? '' : `:${at.line}`}  ` : '';
    return `  ${p.dim(code)}  ${place}${visibleLine(detail)}`;
  });
  if (shown.length > MOST_PROBLEMS)
    rows.push(`  ${say('problems.more', { count: shown.length - MOST_PROBLEMS })}`);
  return [
    ...(own.length > 0 ? [p.bold(say('failed.title')), ...own] : []),
    ...(rows.length > 0 ? [p.bold(say('problems.title')), ...rows] : []),
  ].join('\n');
}

function countsText({ findings, analyzers, entries }: Report, { say, paint: p }: Pen): string {
  const count = (wanted: (one: Report['analyzers'][number]) => boolean): number =>
    analyzers.filter(wanted).length;
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [p.severity(severity, `${number} ${say(`severity.${severity}`)}`)];
  });
  const found = [say('counts.findings', { count: findings.length }), ...bySeverity].join(' · ');
  const partly = count(({ status, notSeen }) => status === 'clean' && notSeen.length > 0);
  const failed = count(({ status }) => status === 'failed');
  const looked = [
    say('counts.clean', { count: count(({ status }) => status === 'clean') - partly }),
    ...(partly > 0 ? [say('counts.asFarAsSeen', { count: partly })] : []),
    say('counts.notApplicable', { count: count(({ status }) => status === 'not-applicable') }),
    say('counts.blocked', { count: count(({ status }) => status === 'blocked') }),
    ...(failed > 0 ? [say('counts.failed', { count: failed })] : []),
  ].join(' · ');
  return [
    p.bold(say('counts.title')),
    `  ${found}`,
    `  ${looked}`,
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
