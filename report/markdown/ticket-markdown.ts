import type { Finding, Report, ReportFile } from '../../engine/api/index.ts';
import { speaker, type Say } from '../messages.ts';
import { blockedInputs } from '../parts/blocked-inputs.ts';
import { severityCounts } from '../parts/counts.ts';
import { partialText, subjectOf } from '../parts/header-rows.ts';
import { noteText } from '../parts/note-text.ts';
import { shownFindings, type ReportView, type ShownFinding } from '../view.ts';
import { code, fenced, plain } from './marks.ts';
import { redactionLines, toolLine } from './report-markdown.ts';

/** A report that fits into a ticket: one line a finding, steps for the roots, what to collect. */
export function renderTicket({ tool, reports }: ReportFile, view: ReportView): string {
  const say = speaker();
  const parts = reports.map((report) => reportLines(report, view, say).join('\n'));
  return `${[...parts, toolLine(tool, say)].join('\n')}\n`;
}

function reportLines(report: Report, view: ReportView, say: Say): readonly string[] {
  const { rows, leftOut } = shownFindings(report, view);
  const findings = rows.map(({ finding }) => finding);
  const counts = severityCounts(findings).map(
    ({ severity, count }) => `${count} ${say(`severity.${severity}`)}`,
  );
  const partial = partialText(report, say);
  return [
    `## ${plain(subjectOf(report))}: ${counts.length > 0 ? counts.join(', ') : say('counts.findings', { count: 0 })}`,
    '',
    plain(aboutText(report, say)),
    '',
    ...(partial === undefined ? [] : [`**${plain(partial)}**`, '']),
    ...rows.map((row) => findingLine(row, view, say)),
    ...(rows.length > 0 ? [''] : []),
    ...(leftOut > 0 ? [say('findings.leftOut', { count: leftOut }), ''] : []),
    ...(view.sections.has('remedies') ? stepLines(rows, say) : []),
    ...(view.sections.has('blocked') ? requestLines(report, say) : []),
    ...redactionLines(report, say),
  ];
}

function aboutText({ bundle, profile }: Report, say: Say): string {
  const { distribution, kernel, agent } = bundle.host;
  const collected = bundle.collectedAt?.slice(0, 10);
  return [
    distribution,
    kernel,
    ...(agent === undefined ? [] : [`${say('label.agent')} ${agent}`]),
    ...(collected === undefined ? [] : [`${say('header.collected')} ${collected}`]),
    `${say('header.profile')} ${profile.id}`,
    `${bundle.name} sha256 ${bundle.sha256.slice(0, 12)}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function findingLine({ finding, depth }: ShownFinding, { sections, notes }: ReportView, say: Say): string {
  const { severity, title, message, evidence, fingerprint } = finding;
  const [first] = evidence;
  const place =
    !sections.has('evidence') || !first || 'lookedFor' in first
      ? ''
      : ` (${code(first.line === undefined ? first.entry : `${first.entry}:${first.line}`)})`;
  const note = notes.get(fingerprint);
  const words = note && noteText(note, say);
  const triage = words === undefined ? '' : ` · ${plain(words)}`;
  const mark = `**${say(`severity.${severity}`)}**`;
  return `${'  '.repeat(depth)}- ${mark} ${plain(title)}: ${plain(message)}${place}${triage}`;
}

/** What follows from another goes away with it: steps are written for roots that are more than a note. */
function stepLines(rows: readonly ShownFinding[], say: Say): readonly string[] {
  const roots = rows.filter(
    ({ finding, depth, isFirst }) => depth === 0 && isFirst && finding.severity !== 'info',
  );
  if (roots.length === 0) return [];
  return [`**${say('finding.do')}**`, '', ...roots.map(({ finding }) => stepLine(finding)), ''];
}

function stepLine({ title, remediation }: Finding): string {
  return `- ${plain(title)}: ${remediation.steps.map(plain).join(' ')}`;
}

function requestLines(report: Report, say: Say): readonly string[] {
  const { inputs, commands } = blockedInputs(report, say);
  if (inputs.length === 0) return [];
  const blocked = report.analyzers.filter(({ status }) => status === 'blocked').length;
  const names = inputs.map(({ what }) => plain(what)).join(', ');
  return [
    `**${say('blocked.title')}** ${say('ticket.blocked', { count: blocked, inputs: names })}`,
    '',
    ...(commands.length > 0 ? [say('blocked.request'), '', ...fenced(commands, 'sh')] : []),
  ];
}
