import { REPORT_SCHEMA, type Report, type ReportFile } from '../../engine/api/index.ts';
import { reportFileNames } from '../../report/file-names.ts';
import { REPORT_FORMATS } from '../../report/formats.ts';
import type { PageParts } from '../../report/html/report-html.ts';
import { WHOLE, type ReportView } from '../../report/view.ts';
import type { Ask } from '../contract/questions.ts';
import type { TriageBook } from '../findings/triage-book.ts';
import type { ExportFile } from './export-book.ts';

/** What an export is made with, beside the report. */
export interface ExportParts {
  readonly version: string;
  readonly page: PageParts;
  /** Makes a PDF of a page; throws where this machine has nothing that prints. */
  readonly printPdf: (html: string) => Promise<Uint8Array>;
}

/** Columns of a text that goes into a file. */
const WIDTH = 100;

/** One report in one format: the findings and sections that were chosen, with what a person wrote beside them. */
export async function makeExport(
  report: Report,
  only: ReadonlySet<string> | undefined,
  book: TriageBook,
  { format, sections, notes }: Ask<'export:make'>,
  { version, page, printPdf }: ExportParts,
): Promise<ExportFile> {
  const file: ReportFile = {
    schema: REPORT_SCHEMA,
    tool: { name: 'bundlescope', version },
    reports: [report],
  };
  const view: ReportView = {
    ...WHOLE,
    sections: new Set(sections),
    notes: new Map(notes ? Object.entries(book) : []),
    ...(only ? { only } : {}),
  };
  const options = { view, page, width: WIDTH, color: false, bom: false };
  const [name = ''] = reportFileNames([report]);
  if (format === 'pdf') {
    const content = await printPdf(REPORT_FORMATS.html.render(file, options));
    return { name: `${name}.pdf`, mediaType: 'application/pdf', content };
  }
  const { extension, mediaType, render } = REPORT_FORMATS[format];
  return { name: `${name}.${extension}`, mediaType, content: Buffer.from(render(file, options)) };
}
