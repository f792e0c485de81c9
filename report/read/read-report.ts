import { REPORT_SCHEMA, type ReportFile } from '../../engine/api/index.ts';
import { lifted, type AnyReportFile } from './lifts.ts';
import { shaped } from './report-shape.ts';

/** Bytes of a saved report that are read: thousands of findings fit many times. */
export const MOST_REPORT_BYTES = 256 * 1024 * 1024;

export type ReadReport =
  | { readonly ok: true; readonly file: ReportFile }
  | { readonly ok: false; readonly why: 'no-json' | 'other-json' }
  | { readonly ok: false; readonly why: 'newer'; readonly schema: number }
  | { readonly ok: false; readonly why: 'wrong-shape'; readonly place: string };

/** Reads what `--format json` wrote, of this schema or an older one. */
export function readReport(text: string): ReadReport {
  const data = parsed(text);
  if (data === undefined) return { ok: false, why: 'no-json' };
  if (!isReportFile(data)) return { ok: false, why: 'other-json' };
  if (data.schema > REPORT_SCHEMA) return { ok: false, why: 'newer', schema: data.schema };
  const now = lifted(data);
  if (!now) return { ok: false, why: 'other-json' };
  const read = shaped(now);
  return read.ok ? read : { ok: false, why: 'wrong-shape', place: read.place };
}

/** Whether the beginning of a file looks like a saved report: only then is it worth reading as one. */
export function looksLikeReport(beginning: string): boolean {
  return /^\ufeff?\s*\{\s*"schema"\s*:\s*\d+\s*,\s*"tool"\s*:\s*\{\s*"name"\s*:\s*"bundlescope"/u.test(
    beginning,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, '')) as unknown;
  } catch {
    // What is no JSON is said to be none.
    return undefined;
  }
}

function isReportFile(data: unknown): data is AnyReportFile {
  if (typeof data !== 'object' || data === null) return false;
  const { schema, tool } = data as { schema?: unknown; tool?: { name?: unknown } | null };
  return Number.isSafeInteger(schema) && typeof tool === 'object' && tool?.name === 'bundlescope';
}
