import type { Command } from 'commander';

import {
  REDACTION_CLASSES,
  REPORT_SCHEMA,
  type RedactionClass,
  type Report,
  type ReportFile,
  type Severity,
} from '../../engine/api/index.ts';
import { redactReports } from '../../engine/redact/redact-report.ts';
import { profiles } from '../../analyzers/profiles.ts';
import { visibleLine } from '../../report/escape.ts';
import { complaints } from '../../workspace/complaints.ts';
import { isSavedReport } from '../../workspace/report/saved-report.ts';
import { exitCodeOf } from '../exit-code.ts';
import { addJudgingOptions, judgingOf, type JudgingOptions } from '../judging.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complain } from '../output.ts';
import { addPasswordOption, askUnlocked, type PasswordOptions } from '../password.ts';
import {
  addReportOutputOptions,
  checkReportOutput,
  deliverReports,
  type ReportOutputOptions,
} from '../report-output.ts';
import { say } from '../say.ts';
import { idList, knownIds, oneOf, redactionClasses, severityOption, UsageError } from '../usage.ts';
import { VERSION } from '../version.ts';

interface AnalyzeOptions extends JudgingOptions, LimitOptions, PasswordOptions, ReportOutputOptions {
  readonly profile: string;
  readonly failOn?: Severity;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly redact?: true;
  readonly classes?: readonly RedactionClass[];
}

/** `analyze`: judges bundles and prints the report. */
export function addAnalyze(program: Command): void {
  const ids = ['auto', ...profiles.map(({ id }) => id)];
  const command = program
    .command('analyze')
    .description(say('cli.analyze'))
    .argument('<path...>', say('cli.path'));
  addReportOutputOptions(command)
    .option(
      '--profile <profile>',
      say('cli.profile', { profiles: ids.join(', ') }),
      oneOf(ids, '--profile', say),
      'auto',
    )
    .option('--fail-on <severity>', say('cli.failOn'), severityOption('--fail-on', say))
    .option('--only <ids>', say('cli.only'), idList, [])
    .option('--skip <ids>', say('cli.skip'), idList, [])
    .option('--redact', say('cli.redact'))
    .option(
      '--classes <classes>',
      say('cli.classes', { classes: REDACTION_CLASSES.join(', ') }),
      redactionClasses(say),
    );
  addPasswordOption(addLimitOption(addJudgingOptions(command))).action(analyze);
}

async function analyze(paths: readonly string[], options: AnalyzeOptions): Promise<void> {
  const { profile, failOn } = options;
  const known = options.only.length + options.skip.length > 0 ? await checkIds() : [];
  const only = knownIds(options.only, known, 'error.unknownId', say);
  const skip = knownIds(options.skip, known, 'error.unknownId', say);
  if (only.length > 0 && only.every((id) => skip.includes(id))) {
    throw new UsageError(say('error.noCheckLeft'));
  }
  await checkReportOutput(options, paths);
  for (const path of paths) {
    if (await isSavedReport(path))
      throw new UsageError(say('error.savedReport', { path: visibleLine(path) }));
  }
  const limits = limitsOf(options);
  const settings = await judgingOf(options, paths);
  const request = { command: 'analyze', paths, profile, only, skip, settings, limits } as const;
  const answer = await askUnlocked(request, options);
  const reports = await redacted(answer.reports, options);
  const file: ReportFile = {
    schema: REPORT_SCHEMA,
    tool: { name: 'bundlescope', version: VERSION },
    reports,
  };
  const code = exitCodeOf(answer, failOn);
  for (const sentence of complaints(answer, say)) complain(sentence);
  process.exitCode = code;
  await deliverReports(file, options);
}

async function checkIds(): Promise<readonly string[]> {
  const { loadDomain } = await import('../domain.ts');
  return loadDomain().analyzers.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
}

async function redacted(
  reports: readonly Report[],
  { redact, classes }: AnalyzeOptions,
): Promise<readonly Report[]> {
  if (redact === undefined && classes === undefined) return reports;
  const { loadDomain } = await import('../domain.ts');
  return redactReports(reports, { words: loadDomain().redaction, classes });
}
