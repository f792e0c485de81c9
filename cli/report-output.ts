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
import { findBrowser } from './pdf/find-browser.ts';
import { printPdf, PrintError } from './pdf/print-pdf.ts';
import { loadReportPage } from './report-page.ts';
import { say } from './say.ts';
import { severityOption, UsageError } from './usage.ts';

const MOST_WIDTH = 120;

/** All that reports are written in; a PDF is the page, printed by a browser. */
export const OUTPUT_FORMATS = [...FORMAT_NAMES, 'pdf'] as const;
export type OutputFormat = FormatName | 'pdf';

/** How reports leave the command, and where they go. */
export interface ReportOutputOptions {
  readonly format: readonly OutputFormat[];
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
    .option('--format <formats>', say('cli.formats', { formats: OUTPUT_FORMATS.join(', ') }), formatsOption, [
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
  if (format.includes('pdf')) {
    if (findBrowser() === undefined) throw new UsageError(say('error.noBrowser'));
    if (output === undefined && outputDir === undefined && process.stdout.isTTY)
      throw new UsageError(say('error.pdfToTerminal'));
  }
  if (output !== undefined && (await isOneOf(output, inputs))) {
    throw new UsageError(say('error.outputIsInput', { path: visibleLine(output) }));
  }
}

/** Prints the reports, or writes them and says where they are. False where they could not be written. */
export async function deliverReports(file: ReportFile, options: ReportOutputOptions): Promise<boolean> {
  const { format, output, outputDir, force } = options;
  const [first = 'text'] = format;
  if (outputDir !== undefined) return written(() => filesIn(outputDir, file, options), force);
  if (output !== undefined) {
    return written(async () => [{ path: output, content: await rendered(first, file, options) }], force);
  }
  return saying(async () => print(await rendered(first, file, options)));
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
  const files: OutputFile[] = [];
  for (const [index, report] of file.reports.entries()) {
    for (const format of options.format) {
      const ending = format === 'pdf' ? format : REPORT_FORMATS[format].extension;
      files.push({
        path: join(folder, `${names[index] ?? ''}.${ending}`),
        content: await rendered(format, { ...file, reports: [report] }, options),
      });
    }
  }
  return files;
}

async function rendered(
  format: OutputFormat,
  file: ReportFile,
  { output, outputDir, minSeverity, color, bom }: ReportOutputOptions,
): Promise<string | Uint8Array> {
  const isPrinted = output === undefined && outputDir === undefined;
  const options: RenderOptions = {
    // How long ago is said to whoever reads it now; a file is read at any time.
    view: { ...WHOLE, minSeverity, ...(format === 'text' ? { now: new Date() } : {}) },
    page: loadReportPage(),
    width: Math.min((isPrinted ? process.stdout.columns : undefined) ?? DEFAULT_WIDTH, MOST_WIDTH),
    color: color && isPrinted && process.stdout.isTTY && !process.env['NO_COLOR'],
    bom,
  };
  if (format === 'pdf') return printPdf(REPORT_FORMATS.html.render(file, options));
  return REPORT_FORMATS[format].render(file, options);
}

async function written(make: () => Promise<readonly OutputFile[]>, force: boolean): Promise<boolean> {
  return saying(async () => {
    const files = await make();
    await writeFilesWhole(files, force);
    for (const { path } of files) complain(say('run.written', { path: visibleLine(path) }));
  });
}

/** What kept a report from leaving is a sentence and an exit code. */
async function saying(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof WriteError) {
      const { path, code, message } = error;
      complain(say('error.write', { path: visibleLine(path), code, reason: message }));
    } else if (error instanceof PrintError) complain(visibleLine(error.message));
    else throw error;
    process.exitCode = EXIT.usage;
    return false;
  }
}

function formatsOption(value: string): readonly OutputFormat[] {
  const names = value.split(',').map((name) => name.trim());
  const found = names.flatMap((name) => OUTPUT_FORMATS.find((one) => one === name) ?? []);
  const unknown = names.find((name) => !OUTPUT_FORMATS.some((one) => one === name));
  if (unknown !== undefined) {
    const choices = OUTPUT_FORMATS.join(', ');
    throw new InvalidArgumentError(
      say('error.unknownValue', { option: '--format', value: unknown, choices }),
    );
  }
  return [...new Set(found)];
}
