import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';

import type { ReportFile, Severity } from '../engine/api/index.ts';
import { visibleLine } from '../report/escape.ts';
import { reportFileNames } from '../report/file-names.ts';
import { FORMAT_NAMES, REPORT_FORMATS, type FormatName, type RenderOptions } from '../report/formats.ts';
import { WHOLE } from '../report/view.ts';
import { EXIT } from './exit-code.ts';
import {
  complain,
  DEFAULT_WIDTH,
  isOneOf,
  print,
  WriteError,
  writeFilesWhole,
  type OutputFile,
} from './output.ts';
import { loadReportPage } from './report-page.ts';
import { say } from './say.ts';
import { severityOption, UsageError } from './usage.ts';

const MOST_WIDTH = 120;

/** How reports leave the command, and where they go. */
export interface ReportOutputOptions {
  readonly format: readonly FormatName[];
  readonly output?: string;
  readonly outputDir?: string;
  readonly force: boolean;
  readonly bom: boolean;
  readonly minSeverity: Severity;
  readonly color: boolean;
}

/** The options of every command that gives reports. */
export function addReportOutputOptions(command: Command): Command {
  return command
    .option('--format <formats>', say('cli.formats', { formats: FORMAT_NAMES.join(', ') }), formatsOption, [
      'text',
    ])
    .option('--output <file>', say('cli.output'))
    .option('--output-dir <folder>', say('cli.outputDir'))
    .option('--force', say('cli.force'), false)
    .option('--bom', say('cli.bom'), false)
    .option(
      '--min-severity <severity>',
      say('cli.minSeverity'),
      severityOption('--min-severity', say),
      'info',
    )
    .option('--no-color', say('cli.noColor'));
}

/** Refuses what cannot be written before anything is read. */
export async function checkReportOutput(
  options: ReportOutputOptions,
  inputs: readonly string[],
): Promise<void> {
  const { format, output, outputDir } = options;
  if (output !== undefined && outputDir !== undefined) throw new UsageError(say('error.outputTwice'));
  if (format.length > 1 && outputDir === undefined) throw new UsageError(say('error.formatsNeedFolder'));
  if (output !== undefined && (await isOneOf(output, inputs))) {
    throw new UsageError(say('error.outputIsInput', { path: visibleLine(output) }));
  }
}

/** Prints the reports, or writes them and says where they are. False where they could not be written. */
export async function deliverReports(file: ReportFile, options: ReportOutputOptions): Promise<boolean> {
  const { format, output, outputDir } = options;
  const [first = 'text'] = format;
  if (outputDir !== undefined) return written(() => filesIn(outputDir, file, options), options.force);
  const content = rendered(first, file, options);
  if (output === undefined) {
    await print(content);
    return true;
  }
  return written(() => Promise.resolve([{ path: output, content }]), options.force);
}

/** One file for each report and format. */
async function filesIn(
  folder: string,
  file: ReportFile,
  options: ReportOutputOptions,
): Promise<readonly OutputFile[]> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new WriteError(folder, error);
  });
  const names = reportFileNames(file.reports);
  return file.reports.flatMap((report, index) =>
    options.format.map((format) => ({
      path: join(folder, `${names[index] ?? ''}.${REPORT_FORMATS[format].extension}`),
      content: rendered(format, { ...file, reports: [report] }, options),
    })),
  );
}

function rendered(
  format: FormatName,
  file: ReportFile,
  { output, outputDir, minSeverity, color, bom }: ReportOutputOptions,
): string {
  const isPrinted = output === undefined && outputDir === undefined;
  const options: RenderOptions = {
    // How long ago is said to whoever reads it now; a file is read at any time.
    view: { ...WHOLE, minSeverity, ...(format === 'text' ? { now: new Date() } : {}) },
    bom,
    page: loadReportPage(),
    width: Math.min((isPrinted ? process.stdout.columns : undefined) ?? DEFAULT_WIDTH, MOST_WIDTH),
    color: color && isPrinted && process.stdout.isTTY && !process.env['NO_COLOR'],
  };
  return REPORT_FORMATS[format].render(file, options);
}

async function written(make: () => Promise<readonly OutputFile[]>, force: boolean): Promise<boolean> {
  try {
    const files = await make();
    await writeFilesWhole(files, force);
    for (const { path } of files) complain(say('run.written', { path: visibleLine(path) }));
    return true;
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const { path, code, message } = error;
    complain(say('error.write', { path: visibleLine(path), code, reason: message }));
    process.exitCode = EXIT.usage;
    return false;
  }
}

function formatsOption(value: string): readonly FormatName[] {
  const names = value.split(',').map((name) => name.trim());
  const found = names.flatMap((name) => FORMAT_NAMES.find((one) => one === name) ?? []);
  const unknown = names.find((name) => !FORMAT_NAMES.some((one) => one === name));
  if (unknown !== undefined) {
    const choices = FORMAT_NAMES.join(', ');
    throw new InvalidArgumentError(
      say('error.unknownValue', { option: '--format', value: unknown, choices }),
    );
  }
  return [...new Set(found)];
}
