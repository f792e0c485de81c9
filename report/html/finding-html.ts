import type { Evidence, Finding, Report, Severity } from '../../engine/api/index.ts';
import type { Say } from '../messages.ts';
import { isOurLink } from '../parts/links.ts';
import { noteText } from '../parts/note-text.ts';
import { passagesOf, type Absence, type Passage } from '../parts/passages.ts';
import { SEVERITY_ICON } from '../severity-icon.ts';
import { shownFindings, type ShownFinding } from '../view.ts';
import { classes, el, type Html } from './element.ts';
import type { HtmlPen } from './html-pen.ts';

/** Findings that are unfolded from the start. */
const UNFOLDED: readonly Severity[] = ['critical'];

/** Sign and word of a severity. */
export function severityMark(severity: Severity, say: Say): Html {
  return el(
    'span',
    { class: classes('mark', severity) },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, SEVERITY_ICON[severity]),
    el('span', {}, say(`severity.${severity}`)),
  );
}

/** Findings, each with what it explains set in below it. */
export function findingsHtml(report: Report, pen: HtmlPen): Html {
  const { say, view } = pen;
  const { rows, leftOut } = shownFindings(report, view);
  return el(
    'section',
    { class: 'findings' },
    el('h2', {}, say('findings.title')),
    report.findings.length === 0 ? el('p', { class: 'none' }, say('findings.none')) : undefined,
    leftOut > 0 ? el('p', { class: 'muted' }, say('findings.leftOut', { count: leftOut })) : undefined,
    nested(rows, 0, pen),
  );
}

/** Rows from the first of their depth on: each takes the deeper ones that follow it below itself. */
function nested(rows: readonly ShownFinding[], depth: number, pen: HtmlPen): readonly Html[] {
  const starts = rows.flatMap((row, index) => (row.depth === depth ? [index] : []));
  return starts.map((start, index) => {
    const own = rows.slice(start, starts[index + 1] ?? rows.length);
    const [first, ...below] = own;
    if (!first) return el('div', {});
    return el(
      'article',
      { class: classes('finding', first.finding.severity) },
      findingHtml(first, pen),
      below.length > 0 ? el('div', { class: 'follows' }, nested(below, depth + 1, pen)) : undefined,
    );
  });
}

function findingHtml({ finding, depth, isFirst }: ShownFinding, { say, view }: HtmlPen): Html {
  const { severity, title, analyzer, message, why, evidence, fingerprint, profile, sources } = finding;
  const { sections, notes } = view;
  const note = notes.get(fingerprint);
  const words = note && noteText(note, say);
  const documents = sources.map(({ document, date }) =>
    date === undefined ? document : `${document} (${date})`,
  );
  return el(
    'details',
    { open: UNFOLDED.includes(severity), 'data-severity': severity },
    el(
      'summary',
      {},
      severityMark(severity, say),
      ' ',
      el('span', { class: 'title' }, title),
      ' ',
      el('span', { class: 'message' }, message),
      ' ',
      el('span', { class: 'place' }, firstPlace(finding)),
    ),
    el(
      'div',
      { class: 'body' },
      depth > 0 ? el('p', { class: 'muted' }, say('finding.because')) : undefined,
      words === undefined ? undefined : el('p', { class: 'note' }, words),
      el('p', { class: 'why' }, why),
      sections.has('evidence') ? evidenceHtml(evidence, say) : undefined,
      sections.has('remedies') ? remedyHtml(finding, isFirst, say) : undefined,
      el(
        'p',
        { class: 'source' },
        el('code', {}, analyzer),
        ' · ',
        say('finding.source', { profile, sources: documents.join(', ') }),
      ),
    ),
  );
}

function firstPlace({ evidence }: Finding): string {
  const [first] = evidence;
  if (!first) return '';
  if ('lookedFor' in first) return first.lookedFor;
  return first.line === undefined ? first.entry : `${first.entry}:${first.line}`;
}

function evidenceHtml(evidence: readonly Evidence[], say: Say): readonly Html[] {
  return passagesOf(evidence).map((part) =>
    'lookedFor' in part ? absenceHtml(part, say) : passageHtml(part, say),
  );
}

function passageHtml({ role, entry, cited, lines }: Passage, say: Say): Html {
  const place = cited.length === 0 ? entry : `${entry}:${cited.join(', ')}`;
  return el(
    'div',
    { class: 'passage' },
    el('p', {}, el('code', { class: 'entry' }, place), roleHtml(role, say)),
    lines.length === 0
      ? undefined
      : el(
          'div',
          { class: 'excerpt', tabindex: '0', role: 'group', 'aria-label': place },
          lines.map(({ number, text, cited: isCited }) =>
            el(
              'div',
              { class: isCited ? 'cited' : 'line' },
              el('span', { class: 'number' }, String(number)),
              el('span', { class: 'text' }, text),
            ),
          ),
        ),
  );
}

function absenceHtml({ role, lookedFor, lookedIn }: Absence, say: Say): Html {
  const words = say('finding.lookedFor', { what: lookedFor, where: lookedIn.join(', ') });
  return el('p', { class: 'absence' }, words, roleHtml(role, say));
}

function roleHtml(role: Evidence['role'], say: Say): Html | undefined {
  return role === 'subject' ? undefined : el('span', { class: 'role' }, say(`role.${role}`));
}

function remedyHtml({ remediation }: Finding, isFirst: boolean, say: Say): Html {
  if (!isFirst) return el('p', { class: 'muted' }, say('finding.doAsAbove'));
  const { steps, commands, links } = remediation;
  return el(
    'div',
    { class: 'remedy' },
    el('h3', {}, say('finding.do')),
    el(
      'ol',
      {},
      steps.map((step) => el('li', {}, step)),
    ),
    commands.map(({ command, risk }) =>
      el(
        'p',
        { class: 'command' },
        el('code', {}, command),
        el('span', { class: classes('risk', risk) }, say(`risk.${risk}`)),
      ),
    ),
    links
      .filter(({ href }) => isOurLink(href))
      .map(({ label, href }) =>
        el(
          'p',
          { class: 'link' },
          '↗ ',
          el('a', { href, rel: RELATION, target: '_blank' }, label),
          ' ',
          el('span', { class: 'address' }, href),
        ),
      ),
  );
}

const RELATION = ['noopener', 'noreferrer', 'nofollow'].join(' ');
