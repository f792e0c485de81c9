import { createHash } from 'node:crypto';

import type { Report, ReportFile, Severity } from '../../engine/api/index.ts';
import { SEVERITIES } from '../../engine/api/index.ts';
import { speaker, type Say } from '../messages.ts';
import { checkCountTexts, severityCounts } from '../parts/counts.ts';
import { headerRows, partialText, subjectOf } from '../parts/header-rows.ts';
import { shownFindings, type ReportView } from '../view.ts';
import { blockedHtml } from './blocked-html.ts';
import { checksHtml } from './checks-html.ts';
import { el, raw, type Html } from './element.ts';
import { findingsHtml, severityMark } from './finding-html.ts';
import type { HtmlPen } from './html-pen.ts';
import { problemsHtml } from './problems-html.ts';
import { redactionHtml } from './redaction-html.ts';

/** Style and script of the page, each as a whole file: report/html/page.css and page.js. */
export interface PageParts {
  readonly style: string;
  readonly script: string;
}

/** One page that needs nothing else and loads nothing: to be opened anywhere, printed, sent. */
export function renderHtml({ tool, reports }: ReportFile, view: ReportView, page: PageParts): string {
  const say = speaker();
  const pen: HtmlPen = { say, view };
  const subjects = reports.map(subjectOf);
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: policyOf(page) }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'referrer', content: 'no-referrer' }),
    el('meta', { name: 'color-scheme', content: ['light', 'dark'].join(' ') }),
    el('title', {}, say('html.title', { subjects: subjects.join(', ') })),
    raw('style', page.style),
  );
  const body = el(
    'body',
    {},
    toolsHtml(reports, pen),
    el(
      'main',
      {},
      reports.length > 1 ? hostsHtml(subjects, say) : undefined,
      reports.map((report, index) => reportHtml(report, index, pen)),
    ),
    el('footer', {}, say('html.footer', { version: tool.version })),
    raw('script', page.script),
  );
  return `<!doctype html>\n${el('html', { lang: 'en' }, { html: '\n' }, head, body).html}\n`;
}

/** Nothing is loaded; only this style and this script hold. */
function policyOf({ style, script }: PageParts): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    ['default-src', "'none'"],
    ['style-src', hash(style)],
    ['script-src', hash(script)],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
  ]
    .map((rule) => rule.join(' '))
    .join('; ');
}

/** Search, choice of severities, folding: shown by the script, for without it they would do nothing. */
function toolsHtml(reports: readonly Report[], { say, view }: HtmlPen): Html {
  const counts = severityCounts(
    reports.flatMap((report) => shownFindings(report, view).rows.map(({ finding }) => finding)),
  );
  return el(
    'header',
    { id: 'tools', class: 'tools', hidden: true },
    el('span', { class: 'brand' }, say('html.brand')),
    el('input', {
      id: 'search',
      type: 'search',
      placeholder: say('html.search'),
      'aria-label': say('html.search'),
    }),
    counts.map(({ severity, count }) => severitySwitch(severity, count, say)),
    el('span', { id: 'shown', class: 'shown', role: 'status' }),
    el('button', { id: 'unfold', type: 'button' }, say('html.unfold')),
    el('button', { id: 'fold', type: 'button' }, say('html.fold')),
  );
}

function severitySwitch(severity: Severity, count: number, say: Say): Html {
  return el(
    'label',
    { class: 'switch' },
    el('input', { type: 'checkbox', name: 'severity', value: severity, checked: true }),
    severityMark(severity, say),
    el('span', { class: 'count' }, String(count)),
  );
}

function hostsHtml(subjects: readonly string[], say: Say): Html {
  const links = subjects.map((subject, index) =>
    el('li', {}, el('a', { href: `#report-${index + 1}` }, subject)),
  );
  return el('nav', { class: 'hosts', 'aria-label': say('html.hosts') }, el('ul', {}, links));
}

function reportHtml(report: Report, index: number, pen: HtmlPen): Html {
  const { say, view } = pen;
  const { sections } = view;
  const partial = partialText(report, say);
  const [, ...rows] = headerRows(report, say, view.now);
  const named = report.bundle.host['name'] === undefined ? headerRows(report, say, view.now) : rows;
  return el(
    'section',
    { class: 'report', id: `report-${index + 1}` },
    el('h1', {}, subjectOf(report)),
    el(
      'dl',
      { class: 'about' },
      named.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value))),
      el('div', { class: 'wide' }, el('dt', {}, say('html.sha256')), el('dd', {}, report.bundle.sha256)),
    ),
    partial === undefined ? undefined : el('p', { class: 'partial' }, partial),
    countsHtml(report, pen),
    findingsHtml(report, pen),
    sections.has('blocked') ? blockedHtml(report, say) : undefined,
    sections.has('problems') ? problemsHtml(report, say) : undefined,
    sections.has('checks') ? checksHtml(report, say) : undefined,
    redactionHtml(report, say),
  );
}

/** One line: how many of each severity, and what became of all checks. */
function countsHtml(report: Report, { say, view }: HtmlPen): Html {
  const counts = severityCounts(shownFindings(report, view).rows.map(({ finding }) => finding));
  const order = SEVERITIES.flatMap((severity) => counts.filter((one) => one.severity === severity));
  return el(
    'ul',
    { class: 'counts' },
    order.map(({ severity, count }) =>
      el('li', { class: 'strong' }, el('b', {}, String(count)), ' ', severityMark(severity, say)),
    ),
    checkCountTexts(report, say).map((text) => el('li', {}, text)),
  );
}
