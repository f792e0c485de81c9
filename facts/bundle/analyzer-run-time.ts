import { NotCollectedError, textFact, type Located } from '../../engine/api/index.ts';
import { writtenTime, type WrittenTime } from './written-time.ts';

export interface AnalyzerRunTime {
  readonly time: Located<WrittenTime>;
}

/**
 * When the client analyzer ran, as it states itself:
 *
 *   <script_run_time display_name="Script run time">2026-11-23 10:00:00.123456</script_run_time>
 */
export const analyzerRunTime = textFact<AnalyzerRunTime>({
  name: 'bundle.analyzer-run-time',
  describes: 'When the client analyzer ran, by its own report',
  from: { 'client-analyzer': ['mde.xml'] },
  parse(entry): AnalyzerRunTime {
    for (const { text, at } of entry.lines()) {
      // The whole report may stand in one line.
      const from = text.indexOf('<script_run_time');
      if (from < 0) continue;
      const end = text.indexOf('</script_run_time', from);
      const value = writtenTime(text.slice(from, end < 0 ? undefined : end));
      if (value) return { time: { value, at } };
    }
    throw new NotCollectedError(`${entry.path} does not say when it was written`);
  },
});
