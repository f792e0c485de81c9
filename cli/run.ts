import { Command, CommanderError } from 'commander';

import { REPORT_SCHEMA, type ReportFile, type Severity } from '../engine/api/index.ts';
import type { EngineAnswer, EngineProgress, EngineRequest } from '../engine/run/protocol.ts';
import { explainText, listText } from '../report/checks-text.ts';
import { visibleLine } from '../report/escape.ts';
import { entriesText } from '../report/entries-text.ts';
import { jsonText, renderJson } from '../report/json.ts';
import { speaker } from '../report/messages.ts';
import { renderText } from '../report/text.ts';
import { complaints } from './complaints.ts';
import { loadDomain, pageOf } from './domain.ts';
import { askEngine } from './engine-client.ts';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { complain, ignoreBrokenPipes, isOneOf, print, writeFileWhole } from './output.ts';
import { idList, knownIds, oneOf, severityOption, UsageError } from './usage.ts';

/** Put in by the build, from package.json. */
declare const BUNDLESCOPE_VERSION: string | undefined;
const VERSION = typeof BUNDLESCOPE_VERSION === 'string' ? BUNDLESCOPE_VERSION : '0.0.0-source';

const say = speaker();
const FORMATS = ['text', 'json'] as const;
/** Columns of a report that goes to no terminal. */
const DEFAULT_WIDTH = 100;
const MOST_WIDTH = 120;

interface AnalyzeOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly profile: string;
  readonly minSeverity: Severity;
  readonly failOn?: Severity;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly color: boolean;
}

ignoreBrokenPipes();
await main();

async function main(): Promise<void> {
  try {
    await program().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`bundlescope: ${error.message}`);
      process.exitCode = EXIT.usage;
    } else if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
    } else {
      complain(
        say('error.engine', { reason: visibleLine(error instanceof Error ? error.message : String(error)) }),
      );
      process.exitCode = EXIT.fault;
    }
  }
}

function program(): Command {
  const command = new Command('bundlescope')
    .description(say('cli.about'))
    .version(VERSION)
    .addHelpText('after', `\n${say('cli.exitCodes')}`)
    .exitOverride();
  addAnalyze(command);
  command
    .command('list')
    .description(say('cli.list'))
    .action(() => print(listText(loadDomain().analyzers)));
  command
    .command('explain')
    .description(say('cli.explain'))
    .argument('<id>', say('cli.id'))
    .action((id: string) => explain(id));
  command
    .command('entries')
    .description(say('cli.entries'))
    .argument('<path...>', say('cli.path'))
    .option('--format <format>', say('cli.format'), oneOf(FORMATS, '--format', say), 'text')
    .action((paths: string[], options: { format: string }) => entries(paths, options.format));
  command
    .command('facts')
    .description(say('cli.facts'))
    .argument('<path>', say('cli.path'))
    .argument('[name]', say('cli.name'))
    .action((path: string, name: string | undefined) => facts(path, name));
  return command;
}

function addAnalyze(command: Command): void {
  const { profiles } = loadDomain();
  const ids = ['auto', ...profiles.map(({ id }) => id)];
  command
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
    .option('--no-color', say('cli.noColor'))
    .action((paths: string[], options: AnalyzeOptions) => analyze(paths, options));
}

async function analyze(paths: readonly string[], options: AnalyzeOptions): Promise<void> {
  const { profile, failOn, output, minSeverity, format } = options;
  const known = loadDomain().analyzers.map(({ id }) => id);
  const only = knownIds(options.only, known, 'error.unknownId', say);
  const skip = knownIds(options.skip, known, 'error.unknownId', say);
  if (output !== undefined && (await isOneOf(output, paths))) {
    throw new UsageError(say('error.outputIsInput', { path: visibleLine(output) }));
  }
  const answer = await ask({ command: 'analyze', paths, profile, only, skip });
  const { reports, sources } = answer;
  const file: ReportFile = {
    schema: REPORT_SCHEMA,
    tool: { name: 'bundlescope', version: VERSION },
    reports,
  };
  const color = options.color && output === undefined && process.stdout.isTTY && !process.env['NO_COLOR'];
  const width = Math.min(process.stdout.columns ?? DEFAULT_WIDTH, MOST_WIDTH);
  const text =
    format === 'json' ? renderJson(file) : renderText(file, { color, width, minSeverity, now: new Date() });
  const code = exitCodeOf(sources, reports, failOn);
  for (const sentence of complaints(answer, say)) complain(sentence);
  process.exitCode = code;
  if (output === undefined) await print(text);
  else if (await written(output, text)) complain(say('run.written', { path: visibleLine(output) }));
  else process.exitCode = EXIT.usage;
}

async function written(path: string, text: string): Promise<boolean> {
  try {
    await writeFileWhole(path, text);
    return true;
  } catch (error) {
    complain(say('error.write', { path: visibleLine(path), reason: (error as Error).message }));
    return false;
  }
}

async function explain(id: string): Promise<void> {
  const { analyzers } = loadDomain();
  knownIds(
    [id],
    analyzers.map((analyzer) => analyzer.id),
    'error.unknownId',
    say,
  );
  const analyzer = analyzers.find((one) => one.id === id);
  if (analyzer) await print(explainText(analyzer, pageOf(id)));
}

async function entries(paths: readonly string[], format: string): Promise<void> {
  const answer = await ask({ command: 'entries', paths, profile: 'auto', only: [], skip: [] });
  const rows = answer.entries ?? [];
  for (const sentence of complaints(answer, say)) complain(sentence);
  process.exitCode = exitCodeOf(answer.sources, [], undefined);
  await print(format === 'json' ? jsonText(rows) : entriesText(rows));
}

async function facts(path: string, name: string | undefined): Promise<void> {
  const known = loadDomain().facts.map((fact) => fact.name);
  if (name !== undefined) knownIds([name], known, 'error.unknownFact', say);
  const wanted = name === undefined ? {} : { factName: name };
  const answer = await ask({
    command: 'facts',
    paths: [path],
    profile: 'auto',
    only: [],
    skip: [],
    ...wanted,
  });
  for (const sentence of complaints(answer, say)) complain(sentence);
  process.exitCode = exitCodeOf(answer.sources, [], undefined);
  await print(jsonText(answer.facts ?? []));
}

/** Asks the engine; Ctrl+C asks it to stop and hand over what it has. */
async function ask(request: EngineRequest): Promise<EngineAnswer> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  // Not `once`: a launcher passes on what the terminal has sent already.
  process.on('SIGINT', stop);
  try {
    return await askEngine(request, { signal: abort.signal, onProgress: showProgress });
  } finally {
    process.off('SIGINT', stop);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

const MEGABYTE = 1_000_000;

function showProgress({ source, bytesRead, bytesTotal, entry }: EngineProgress): void {
  if (!process.stderr.isTTY) return;
  const percent = bytesTotal ? String(Math.floor((bytesRead / bytesTotal) * 100)) : 'none';
  const values = { name: source, percent, megabytes: Math.round(bytesRead / MEGABYTE), entry };
  const line = visibleLine(say('progress', values)).slice(0, (process.stderr.columns ?? DEFAULT_WIDTH) - 1);
  process.stderr.write(`\r\u001b[K${line}`);
}
