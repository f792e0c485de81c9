import Papa from 'papaparse';

import type { Evidence, Finding, Report, ReportFile } from '../engine/api/index.ts';
import { visibleLine } from './escape.ts';
import { subjectOf } from './parts/header-rows.ts';
import { isOurLink } from './parts/links.ts';
import { shownFindings, type ReportView } from './view.ts';

/** By it some spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Names of the columns; they are an interface, in any language. */
const COLUMNS = [
  'host',
  'severity',
  'confidence',
  'check',
  'title',
  'message',
  'file',
  'line',
  'cited',
  'follows_from',
  'steps',
  'link',
  'triage',
  'note',
  'fingerprint',
  'profile',
  'collected',
  'bundle',
  'sha256',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** A row for each finding, for a spreadsheet: no cell of it is ever a formula. */
export function renderCsv({ reports }: ReportFile, view: ReportView, bom: boolean): string {
  const rows = reports.flatMap((report) =>
    shownFindings(report, view).rows.map(({ finding }) => rowOf(finding, report, view)),
  );
  const text = Papa.unparse(
    { fields: [...COLUMNS], data: rows.map((row) => COLUMNS.map((column) => inert(row[column]))) },
    { quotes: true, newline: '\r\n' },
  );
  return `${bom ? BYTE_ORDER_MARK : ''}${text}\r\n`;
}

function rowOf(finding: Finding, report: Report, { notes }: ReportView): Row {
  const { severity, confidence, analyzer, title, message, evidence, remediation, fingerprint } = finding;
  const place = evidence.find((one) => 'entry' in one);
  const roots = report.findings.filter((one) => finding.becauseOf.includes(one.fingerprint));
  const note = notes.get(fingerprint);
  const [link] = remediation.links.filter(({ href }) => isOurLink(href));
  return {
    ...{ severity, confidence, title, message, fingerprint },
    host: subjectOf(report),
    check: analyzer,
    file: place?.entry ?? '',
    line: place?.line === undefined ? '' : String(place.line),
    cited: evidence.map(citedText).find((text) => text !== '') ?? '',
    follows_from: roots.map((root) => root.title).join('; '),
    steps: remediation.steps.join(' '),
    link: link?.href ?? '',
    triage: note?.state ?? '',
    note: [note?.reason ?? '', note?.note ?? ''].filter((text) => text !== '').join(' · '),
    profile: finding.profile,
    collected: report.bundle.collectedAt ?? '',
    bundle: report.bundle.name,
    sha256: report.bundle.sha256,
  };
}

function citedText(evidence: Evidence): string {
  if ('lookedFor' in evidence) return '';
  const { line, excerpt, excerptFirstLine = line } = evidence;
  if (line === undefined || excerptFirstLine === undefined) return '';
  return excerpt?.split('\n')[line - excerptFirstLine] ?? '';
}

/** What a spreadsheet would take for a formula begins with an apostrophe, behind a semicolon too: some part cells by it. */
function inert(text: string): string {
  return visibleLine(text)
    .replace(/^(?=\s*[=+\-@])/u, "'")
    .replaceAll(/;(?=["'\s]*[=+\-@])/gu, ";'");
}
