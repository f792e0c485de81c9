import type { RedactionClass, RedactionWords, Report } from '../api/index.ts';
import { Redactor } from './redactor.ts';

export interface RedactReportOptions {
  readonly words: RedactionWords;
  /** All where it is left out. */
  readonly classes?: readonly RedactionClass[] | undefined;
}

/** A report that can be handed on. Its findings, checks and places are those of the report. */
export function redactReport(report: Report, options: RedactReportOptions): Report {
  const [redacted = report] = redactReports([report], options);
  return redacted;
}

/** Several reports, with the same pseudonyms in all of them. */
export function redactReports(reports: readonly Report[], options: RedactReportOptions): readonly Report[] {
  const redactor = new Redactor(options);
  for (const { identities = [] } of reports) redactor.learnIdentities(identities);
  for (const report of reports) eachText(report, (text) => redactor.learn(Buffer.from(text, 'utf8')));
  return reports.map((report) => {
    // The tree has the shape that it had: only texts differ.
    const { identities: _taken, ...raw } = report;
    const redacted = changed(raw, (text) => redactor.text(text), OURS) as Report;
    return { ...redacted, redaction: redactor.takeDone() };
  });
}

/** Words of ours, and what tells nothing of the host: ids of checks, kinds, dates and hashes. */
const OURS: ReadonlySet<string> = new Set([
  'profile',
  'fingerprint',
  'analyzer',
  'severity',
  'confidence',
  'title',
  'messageId',
  'why',
  'becauseOf',
  'remediation',
  'sources',
  'role',
  'sha256',
  'kind',
  'collectedAt',
  'id',
  'status',
  'fact',
  'field',
  'supersededBy',
  'collect',
  'code',
  'ended',
  'redaction',
]);
/** Below these the keys are those of the bundle, and none of them is ours. */
const THEIRS: ReadonlySet<string> = new Set(['params', 'host', 'items']);

function changed(value: unknown, change: (text: string) => string, ours: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => changed(one, change, ours));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (ours.has(name)) return [name, one];
      return [name, changed(one, change, THEIRS.has(name) ? NONE : ours)];
    }),
  );
}

const NONE: ReadonlySet<string> = new Set();

function eachText(report: Report, take: (text: string) => void): void {
  changed(
    report,
    (text) => {
      take(text);
      return text;
    },
    OURS,
  );
}
