import type { ReportFile } from '../../engine/api/index.ts';
import type { PlantedLine } from './generators/generator.ts';

/** Planted lines that no finding of a report cites. */
export function missedLines(
  planted: readonly PlantedLine[],
  { reports }: Pick<ReportFile, 'reports'>,
): readonly PlantedLine[] {
  const cited = new Set(
    reports.flatMap(({ findings }) =>
      findings.flatMap(({ evidence }) =>
        evidence.map((one) => ('lookedFor' in one ? '' : `${one.entry}:${one.line}`)),
      ),
    ),
  );
  return planted.filter(({ entry, line }) => !cited.has(`${entry}:${line}`));
}
