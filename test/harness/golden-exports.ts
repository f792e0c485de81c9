import type { ReportFile } from '../../engine/api/index.ts';
import { FORMAT_NAMES, REPORT_FORMATS, type FormatName } from '../../report/formats.ts';
import { WHOLE } from '../../report/view.ts';

/** Samples whose exports are stored in their folder: one host, and an archive of three. */
export const EXPORTED: readonly string[] = ['proxy-debian-12', 'three-hosts'];

/** Formats that are stored: the text is in the README, the JSON in expected.json. */
export const STORED_FORMATS: readonly FormatName[] = FORMAT_NAMES.filter(
  (name) => name !== 'text' && name !== 'json',
);

/** A report as a stored export holds it: without the style and the script of a page, which are files of their own. */
export function exported(file: ReportFile, format: FormatName): string {
  return REPORT_FORMATS[format].render(
    { ...file, tool: { ...file.tool, version: '0.1.0' } },
    { view: WHOLE, page: { style: '', script: '' }, width: 100, color: false, bom: false },
  );
}

export function exportName(format: FormatName): string {
  return `report.${REPORT_FORMATS[format].extension}`;
}
