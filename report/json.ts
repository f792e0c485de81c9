import type { ReportFile } from '../engine/api/index.ts';
import { visibleJson } from './escape.ts';

/** The report as it is stored and sent: the same reports give the same bytes. */
export function renderJson(file: ReportFile): string {
  return jsonText(file);
}

/** Any plain data as JSON that a terminal can show: two spaces, a last line feed, nothing unseen. */
export function jsonText(data: unknown): string {
  return `${visibleJson(JSON.stringify(data, null, 2))}\n`;
}
