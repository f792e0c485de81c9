import type { Evidence, Finding, Report } from '../../engine/api/index.ts';
import { speaker, type Say } from '../messages.ts';
import { subjectOf } from '../parts/header-rows.ts';
import { isOurLink } from '../parts/links.ts';
import { passagesOf, type Absence, type Passage } from '../parts/passages.ts';
import { code, fenced, link, plain } from './marks.ts';

/** One finding for a ticket: what, where, why, what to do. Data of the bundle stays data, whatever it holds. */
export function findingMarkdown(finding: Finding, report: Report): string {
  const say = speaker();
  const { severity, title, analyzer, message, why } = finding;
  const about = {
    id: analyzer,
    host: plain(subjectOf(report)),
    profile: report.profile.id,
    sha256: report.bundle.sha256.slice(0, 12),
  };
  return [
    `### ${say(`severity.${severity}`)}: ${plain(title)}`,
    '',
    plain(message),
    '',
    plain(why),
    '',
    ...evidenceMarkdown(finding.evidence, say),
    ...remedyMarkdown(finding, say),
    say('markdown.about', about),
    '',
  ].join('\n');
}

/** Excerpts in the order of the evidence, with their places above them. */
export function evidenceMarkdown(evidence: readonly Evidence[], say: Say): readonly string[] {
  return passagesOf(evidence).flatMap((part) =>
    'lookedFor' in part ? absenceLines(part, say) : passageLines(part, say),
  );
}

/** Steps, commands and links. */
export function remedyMarkdown({ remediation }: Finding, say: Say): readonly string[] {
  const { steps, commands, links } = remediation;
  const ours = links.filter(({ href }) => isOurLink(href));
  return [
    `**${say('finding.do')}**`,
    '',
    ...steps.map((step, index) => `${index + 1}. ${plain(step)}`),
    '',
    ...commands.flatMap(({ command }) => fenced([command], 'sh')),
    ...ours.map(({ label, href }) => `- ${link(label, href)}`),
    ...(ours.length > 0 ? [''] : []),
  ];
}

function passageLines({ entry, role, cited, lines }: Passage, say: Say): readonly string[] {
  const place = `${code(cited.length === 0 ? entry : `${entry}:${cited.join(', ')}`)}${roleText(role, say)}`;
  if (lines.length === 0) return [place, ''];
  const width = String(lines.at(-1)?.number ?? 0).length;
  const rows = lines.map(({ number, text, cited: isCited }) => {
    return `${isCited ? '>' : ' '} ${String(number).padStart(width)}  ${text}`;
  });
  return [place, '', ...fenced(rows, 'text')];
}

function absenceLines({ role, lookedFor, lookedIn }: Absence, say: Say): readonly string[] {
  const words = say('finding.lookedFor', { what: lookedFor, where: lookedIn.join(', ') });
  return [`${plain(words)}${roleText(role, say)}`, ''];
}

function roleText(role: Evidence['role'], say: Say): string {
  return role === 'subject' ? '' : ` (${say(`role.${role}`)})`;
}
