import { open, stat } from 'node:fs/promises';

import { REPORT_SCHEMA, type ReportFile } from '../../engine/api/index.ts';
import { visibleLine } from '../../report/escape.ts';
import { speaker } from '../../report/messages.ts';
import { looksLikeReport, MOST_REPORT_BYTES, readReport } from '../../report/read/read-report.ts';

const say = speaker();

/** Enough to see whether a file is a saved report. */
const BEGINNING_BYTES = 256;

/** A saved report cannot be read; the message is a sentence for the user. */
export class SavedReportError extends Error {
  override readonly name = 'SavedReportError';
}

/** Whether a path leads to a saved report. What cannot be looked at is none. */
export async function isSavedReport(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0);
      return looksLikeReport(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    // Whoever opens it next says what is wrong with it.
    return false;
  }
}

/** Reads a saved report from a path, or from standard input where it is `-`. What it says of it bears the name. */
export async function loadSavedReport(path: string, name = path): Promise<ReportFile> {
  const shown = visibleLine(name);
  const read = readReport(await textOf(path, shown));
  if (read.ok) return read.file;
  switch (read.why) {
    case 'newer':
      throw new SavedReportError(
        say('error.newerReport', { path: shown, schema: read.schema, most: REPORT_SCHEMA }),
      );
    case 'wrong-shape': {
      const reason = say('read.wrongShape', { place: visibleLine(read.place) });
      throw new SavedReportError(say('error.notAReport', { path: shown, reason }));
    }
    case 'no-json':
      throw new SavedReportError(say('error.notAReport', { path: shown, reason: say('read.noJson') }));
    case 'other-json':
      throw new SavedReportError(say('error.notAReport', { path: shown, reason: say('read.otherJson') }));
  }
}

async function textOf(path: string, shown: string): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    const stream = path === '-' ? process.stdin : (await open(path)).createReadStream();
    for await (const part of stream as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > MOST_REPORT_BYTES) break;
      parts.push(part);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SavedReportError(say('error.reportUnreadable', { path: shown, reason: visibleLine(reason) }));
  }
  if (bytes > MOST_REPORT_BYTES) {
    const reason = say('read.tooLarge', { megabytes: MOST_REPORT_BYTES / 1024 / 1024 });
    throw new SavedReportError(say('error.notAReport', { path: shown, reason }));
  }
  return Buffer.concat(parts).toString('utf8');
}
