import type { Evidence, Finding, Report } from '../engine/api/index.ts';
import { visible, visibleLine } from './escape.ts';
import { speaker, type Say } from './messages.ts';

/** One finding for a ticket: what, where, why, what to do. Data of the bundle stays data, whatever it holds. */
export function findingMarkdown(finding: Finding, { bundle, profile }: Report): string {
  const say = speaker();
  const { severity, title, analyzer, message, why, evidence, remediation } = finding;
  const host = bundle.host['name'] ?? bundle.name;
  const about = { id: analyzer, host: plain(host), profile: profile.id, sha256: bundle.sha256.slice(0, 12) };
  return [
    `### ${say(`severity.${severity}`)}: ${plain(title)}`,
    '',
    plain(message),
    '',
    plain(why),
    '',
    ...evidence.flatMap((one) => evidenceLines(one, say)),
    `**${say('finding.do')}**`,
    '',
    ...remediation.steps.map((step, index) => `${index + 1}. ${plain(step)}`),
    '',
    ...remediation.commands.flatMap(({ command }) => fenced([command], 'sh')),
    ...remediation.links.map(({ label, href }) => `- [${plain(label)}](${href})`),
    '',
    say('markdown.about', about),
    '',
  ].join('\n');
}

function evidenceLines(evidence: Evidence, say: Say): readonly string[] {
  if ('lookedFor' in evidence) {
    const where = evidence.lookedIn.join(', ');
    return [plain(say('finding.lookedFor', { what: evidence.lookedFor, where })), ''];
  }
  const { entry, line, excerpt } = evidence;
  const place = code(line === undefined ? entry : `${entry}:${line}`);
  return excerpt === undefined ? [place, ''] : [place, '', ...fenced(excerpt.split('\n'), 'text')];
}

/** A fence longer than any run of its own sign inside. */
function fenced(lines: readonly string[], language: string): readonly string[] {
  const text = lines.map((line) => visible(line));
  const runs = text.flatMap((line) => [...line.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return [`${fence}${language}`, ...text, fence, ''];
}

function code(text: string): string {
  const shown = visibleLine(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Text in which nothing marks up, mentions or links. */
function plain(text: string): string {
  return visibleLine(text)
    .replaceAll(/[\\`*_{}[\]<>()#+!|~@$^-]/gu, (sign) => `\\${sign}`)
    .replaceAll(/(?<scheme>https?|www)(?=[:.])/giu, '$<scheme>\u200b');
}
