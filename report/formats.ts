import type { ReportFile } from '../engine/api/index.ts';
import { renderHtml, type PageParts } from './html/report-html.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown/report-markdown.ts';
import { renderTicket } from './markdown/ticket-markdown.ts';
import { renderCsv } from './report-csv.ts';
import { renderJunit } from './report-junit.ts';
import { renderSarif } from './sarif/report-sarif.ts';
import { renderText } from './text.ts';
import type { ReportView } from './view.ts';

/** What a format is written with, beside the report. */
export interface RenderOptions {
  readonly view: ReportView;
  readonly page: PageParts;
  /** Columns of the text. */
  readonly width: number;
  readonly color: boolean;
  /** Whether CSV begins with a byte order mark. */
  readonly bom: boolean;
}

export interface ReportFormat {
  /** Behind the name of a file. */
  readonly extension: string;
  readonly mediaType: string;
  readonly render: (file: ReportFile, options: RenderOptions) => string;
}

/** Every format that a report is written in, by the name that a person gives. */
export const REPORT_FORMATS = {
  text: {
    extension: 'txt',
    mediaType: 'text/plain',
    render: (file, { view, width, color }) => renderText(file, { ...view, width, color }),
  },
  json: { extension: 'json', mediaType: 'application/json', render: (file) => renderJson(file) },
  html: {
    extension: 'html',
    mediaType: 'text/html',
    render: (file, { view, page }) => renderHtml(file, view, page),
  },
  markdown: {
    extension: 'md',
    mediaType: 'text/markdown',
    render: (file, { view }) => renderMarkdown(file, view),
  },
  ticket: {
    extension: 'ticket.md',
    mediaType: 'text/markdown',
    render: (file, { view }) => renderTicket(file, view),
  },
  sarif: {
    extension: 'sarif',
    mediaType: 'application/sarif+json',
    render: (file, { view }) => renderSarif(file, view),
  },
  junit: {
    extension: 'junit.xml',
    mediaType: 'application/xml',
    render: (file, { view }) => renderJunit(file, view),
  },
  csv: {
    extension: 'csv',
    mediaType: 'text/csv',
    render: (file, { view, bom }) => renderCsv(file, view, bom),
  },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type FormatName = keyof typeof REPORT_FORMATS;
export const FORMAT_NAMES = Object.keys(REPORT_FORMATS) as readonly FormatName[];
