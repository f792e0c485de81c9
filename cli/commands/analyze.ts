import type { Command } from 'commander';

import {
  REDACTION_CLASSES,
  REPORT_SCHEMA,
  type Domain,
  type RedactionClass,
  type Report,
  type ReportFile,
  type Severity,
} from '../../engine/api/index.ts';
import { visibleLine } from '../../report/escape.ts';
import { redactReports } from '../../engine/redact/redact-report.ts';
import { renderJson } from '../../report/json.ts';
import { renderText } from '../../report/text.ts';
import { profiles } from '../../analyzers/profiles.ts';
import { complaints } from '../../workspace/complaints.ts';
import { loadDomain } from '../domain.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { addJudgingOptions, judgingOf, type JudgingOptions } from '../judging.ts';
import { addLimitOption, limitsOf, type LimitOptions } from '../limits.ts';
import { complain, DEFAULT_WIDTH, isOneOf, print, writeFileWhole } from '../output.ts';
import { addPasswordOption, askUnlocked, type PasswordOptions } from '../password.ts';
import { say } from '../say.ts';
import { FORMATS, idList, knownIds, oneOf, redactionClasses, severityOption, UsageError } from '../usage.ts';
import { VERSION } from '../version.ts';

const MOST_WIDTH = 120;

interface AnalyzeOptions extends JudgingOptions, LimitOptions, PasswordOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly profile: string;
  readonly minSeverity: Severity;
  readonly failOn?: Severity;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly color: boolean;
  readonly redact?: true;
  readonly classes?: readonly RedactionClass[];
}

/** `analyze`: judges bundles and prints the report. */
export function addAnalyze(program: Command): void {
  const ids = ['auto', ...profiles.map(({ id }) => id)];
  const command = program
    .command('analyze')
    .description(say('cli.analyze'))
    .argument('<path...>', say('cli.path'))
    .option('--format <format>', say('cli.format'), oneOf(FORMATS, '--format', say), 'text')
    .option('--output <file>', say('cli.output'))
    .option(
      '--profile <profile>',
      say('cli.profile', { profiles: ids.join(', ') }),
      oneOf(ids, '--profile', say),
      'auto',
    )
    .option(
      '--min-severity <severity>',
      say('cli.minSeverity'),
      severityOption('--min-severity', say),
      'info',
    )
    .option('--fail-on <severity>', say('cli.failOn'), severityOption('--fail-on', say))
    .option('--only <ids>', say('cli.only'), idList, [])
    .option('--skip <ids>', say('cli.skip'), idList, [])
    .option('--redact', say('cli.redact'))
    .option(
      '--classes <classes>',
      say('cli.classes', { classes: REDACTION_CLASSES.join(', ') }),
      redactionClasses(say),
    )
    .option('--no-color', say('cli.noColor'));
  addPasswordOption(addLimitOption(addJudgingOptions(command))).action(analyze);
}

async function analyze(paths: readonly string[], options: AnalyzeOptions): Promise<void> {
  const { profile, failOn, output, minSeverity, format } = options;
  const domain = loadDomain();
  const known = domain.analyzers.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  const only = knownIds(options.only, known, 'error.unknownId', say);
  const skip = knownIds(options.skip, known, 'error.unknownId', say);
  if (only.length > 0 && only.every((id) => skip.includes(id))) {
    throw new UsageError(say('error.noCheckLeft'));
  }
  if (output !== undefined && (await isOneOf(output, paths))) {
    throw new UsageError(say('error.outputIsInput', { path: visibleLine(output) }));
  }
  const limits = limitsOf(options);
  const settings = await judgingOf(options, domain, paths);
  const request = { command: 'analyze', paths, profile, only, skip, settings, limits } as const;
  const answer = await askUnlocked(request, options);
  const reports = redacted(answer.reports, options, domain);
  const file: ReportFile = {
    schema: REPORT_SCHEMA,
    tool: { name: 'bundlescope', version: VERSION },
    reports,
  };
  const color = options.color && output === undefined && process.stdout.isTTY && !process.env['NO_COLOR'];
  const width = Math.min(process.stdout.columns ?? DEFAULT_WIDTH, MOST_WIDTH);
  const text =
    format === 'json' ? renderJson(file) : renderText(file, { color, width, minSeverity, now: new Date() });
  const code = exitCodeOf(answer, failOn);
  for (const sentence of complaints(answer, say)) complain(sentence);
  process.exitCode = code;
  if (output === undefined) await print(text);
  else if (await written(output, text)) complain(say('run.written', { path: visibleLine(output) }));
  else process.exitCode = EXIT.usage;
}

function redacted(
  reports: readonly Report[],
  { redact, classes }: AnalyzeOptions,
  { redaction: words }: Domain,
): readonly Report[] {
  const isAsked = redact !== undefined || classes !== undefined;
  return isAsked ? redactReports(reports, { words, classes }) : reports;
}

async function written(path: string, text: string): Promise<boolean> {
  try {
    await writeFileWhole(path, text);
    return true;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    complain(say('error.write', { path: visibleLine(path), code, reason: message }));
    return false;
  }
}
