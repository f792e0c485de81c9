import type { Report, ReportFile } from '../../engine/api/index.ts';
import { visibleLine } from '../escape.ts';
import { speaker, type Say } from '../messages.ts';
import { blockedInputs } from '../parts/blocked-inputs.ts';
import { checkCountTexts, severityCounts } from '../parts/counts.ts';
import { headerRows, partialText, subjectOf } from '../parts/header-rows.ts';
import { noteText } from '../parts/note-text.ts';
import { failedChecks, problemRows } from '../parts/problem-rows.ts';
import { notCovered, redactionCounts } from '../redaction-text.ts';
import { SEVERITY_ICON } from '../severity-icon.ts';
import { shownFindings, type ReportView, type ShownFinding } from '../view.ts';
import { evidenceMarkdown, remedyMarkdown } from './finding-markdown.ts';
import { code, codeCell, fenced, plain } from './marks.ts';

/** The whole report as Markdown: header, findings with their evidence, what could not be looked at, counts. */
export function renderMarkdown({ tool, reports }: ReportFile, view: ReportView): string {
  const say = speaker();
  const parts = reports.map((report) => reportLines(report, view, say).join('\n'));
  return `${[...parts, toolLine(tool, say)].join('\n')}\n`;
}

/** Which version said it; it ends what is pasted elsewhere. */
export function toolLine({ version }: ReportFile['tool'], say: Say): string {
  return say('markdown.tool', { version: plain(version) });
}

function reportLines(report: Report, view: ReportView, say: Say): readonly string[] {
  const { sections } = view;
  const partial = partialText(report, say);
  return [
    `# ${plain(subjectOf(report))}`,
    '',
    ...(partial === undefined ? [] : [`**${plain(partial)}**`, '']),
    `| ${say('markdown.about.what')} | ${say('markdown.about.value')} |`,
    '|---|---|',
    ...headerRows(report, say, view.now).map(([label, value]) => `| ${plain(label)} | ${plain(value)} |`),
    '',
    ...findingsLines(report, view, say),
    ...(sections.has('blocked') ? blockedLines(report, say) : []),
    ...(sections.has('problems') ? problemLines(report, say) : []),
    ...(sections.has('checks') ? countLines(report, say) : []),
    ...redactionLines(report, say),
  ];
}

/** What was taken out, and what no redaction takes out. */
export function redactionLines({ redaction }: Report, say: Say): readonly string[] {
  if (!redaction) return [];
  return [
    `## ${say('redaction.title')}`,
    '',
    ...redactionCounts(redaction, say).map((text) => `- ${text}`),
    '',
    say('redaction.notCovered'),
    '',
    ...notCovered(say).map((text) => `- ${text}`),
    '',
  ];
}

function findingsLines(report: Report, view: ReportView, say: Say): readonly string[] {
  const { rows, leftOut } = shownFindings(report, view);
  const found = severityCounts(rows.map(({ finding }) => finding)).map(
    ({ severity, count }) => `${count} ${say(`severity.${severity}`)}`,
  );
  return [
    `## ${say('findings.title')}`,
    '',
    ...(found.length > 0 ? [found.join(' · '), ''] : []),
    ...(report.findings.length === 0 ? [say('findings.none'), ''] : []),
    ...(leftOut > 0 ? [say('findings.leftOut', { count: leftOut }), ''] : []),
    ...rows.flatMap((row) => findingLines(row, report, view, say)),
  ];
}

function findingLines(
  { finding, depth, isFirst }: ShownFinding,
  report: Report,
  { sections, notes }: ReportView,
  say: Say,
): readonly string[] {
  const { severity, title, analyzer, message, why, becauseOf, fingerprint, sources, profile } = finding;
  const roots = report.findings.filter((one) => becauseOf.includes(one.fingerprint));
  const note = notes.get(fingerprint);
  const words = note && noteText(note, say);
  const documents = sources.map(({ document, date }) =>
    date === undefined ? document : `${document} (${date})`,
  );
  const heading = `${SEVERITY_ICON[severity]} ${say(`severity.${severity}`)}: ${plain(title)}`;
  return [
    `${depth === 0 ? '###' : '####'} ${heading}`,
    '',
    ...(roots.length > 0
      ? [say('markdown.because', { titles: roots.map((root) => plain(root.title)).join(', ') }), '']
      : []),
    plain(message),
    '',
    plain(why),
    '',
    ...(words === undefined ? [] : [`**${say('markdown.triage')}** ${plain(words)}`, '']),
    ...(sections.has('evidence') ? evidenceMarkdown(finding.evidence, say) : []),
    ...(sections.has('remedies')
      ? isFirst
        ? remedyMarkdown(finding, say)
        : [say('finding.doAsAbove'), '']
      : []),
    `${code(analyzer)} · ${plain(say('finding.source', { profile, sources: documents.join(', ') }))}`,
    '',
  ];
}

function blockedLines(report: Report, say: Say): readonly string[] {
  const { inputs, reasons, commands } = blockedInputs(report, say);
  if (inputs.length === 0 && reasons.length === 0) return [];
  return [
    `## ${say('blocked.title')}`,
    '',
    ...inputs.map(({ what, how, ids }) => `- ${plain(say('blocked.row', { count: ids.length, what, how }))}`),
    ...reasons.map((one) => `- ${plain(say('blocked.reason', one))}`),
    '',
    ...(commands.length > 0 ? [say('blocked.request'), '', ...fenced(commands, 'sh')] : []),
  ];
}

function problemLines(report: Report, say: Say): readonly string[] {
  const failed = failedChecks(report);
  const problems = problemRows(report);
  return [
    ...(failed.length === 0 ? [] : [`## ${say('failed.title')}`, '']),
    ...failed.map(({ id, reason }) => `- ${code(id)} ${plain(reason)}`),
    ...(failed.length === 0 ? [] : ['']),
    ...(problems.length === 0
      ? []
      : [
          `## ${say('problems.title')}`,
          '',
          `| ${say('problems.code')} | ${say('problems.place')} | |`,
          '|---|---|---|',
        ]),
    ...problems.map(({ code: id, place, detail }) => {
      return `| ${codeCell(id)} | ${place === '' ? '' : codeCell(place)} | ${plain(detail)} |`;
    }),
    ...(problems.length === 0 ? [] : ['']),
  ];
}

function countLines(report: Report, say: Say): readonly string[] {
  return [
    `## ${say('counts.title')}`,
    '',
    `- ${checkCountTexts(report, say).join(' · ')}`,
    `- ${say('counts.entries', report.entries)}`,
    `- sha256 ${code(visibleLine(report.bundle.sha256))}`,
    '',
  ];
}
