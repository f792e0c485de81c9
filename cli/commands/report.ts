import type { Command } from 'commander';

import { REPORT_SCHEMA, type ReportFile } from '../../engine/api/index.ts';
import { loadSavedReport, SavedReportError } from '../../workspace/report/saved-report.ts';
import { EXIT } from '../exit-code.ts';
import { complain } from '../output.ts';
import {
  addReportOutputOptions,
  checkReportOutput,
  deliverReports,
  type ReportOutputOptions,
} from '../report-output.ts';
import { say } from '../say.ts';
import { VERSION } from '../version.ts';

/** `report`: shows saved reports again, without their bundles. */
export function addReport(program: Command): void {
  const command = program
    .command('report')
    .description(say('cli.report'))
    .argument('<file...>', say('cli.reportFile'));
  addReportOutputOptions(command).action(report);
}

async function report(paths: readonly string[], options: ReportOutputOptions): Promise<void> {
  await checkReportOutput(options, paths);
  const files: ReportFile[] = [];
  for (const path of paths) {
    try {
      files.push(await loadSavedReport(path));
    } catch (error) {
      if (!(error instanceof SavedReportError)) throw error;
      complain(error.message);
      process.exitCode = EXIT.nothing;
    }
  }
  if (files.length === 0) return;
  const [first, ...others] = files;
  const isOne = others.every(({ tool }) => tool.version === first?.tool.version);
  const tool = isOne && first ? first.tool : { name: 'bundlescope', version: VERSION };
  await deliverReports(
    { schema: REPORT_SCHEMA, tool, reports: files.flatMap(({ reports }) => reports) },
    options,
  );
}
