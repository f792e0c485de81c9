import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { renderCsv } from '../../report/report-csv.ts';
import { WHOLE } from '../../report/view.ts';
import { analyzeSample } from '../harness/analyze-sample.ts';
import { HOSTILE, hostileFile } from './hostile-report.ts';

const rowsOf = (text: string, delimiter = ','): readonly Readonly<Record<string, string>>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true, delimiter }).data;

describe('CSV', () => {
  it('is a row for each finding', () => {
    const file = JSON.parse(analyzeSample('ill-rhel-8.10', 'json')) as ReportFile;
    const rows = rowsOf(renderCsv(file, WHOLE, false));
    expect(rows).toHaveLength(file.reports[0]?.findings.length ?? -1);
    expect(rows[0]).toMatchObject({
      host: 'db-01.example',
      severity: 'critical',
      check: 'install/daemon-not-executable',
      file: 'mde_directories.txt',
      line: '12',
      // A dash would begin a formula.
      cited: "'-rw-r--r--. 1 root root 4211816 Aug 11 09:40 wdavdaemon",
    });
    expect(rows.find(({ check }) => check === 'health/outdated-definitions')?.['follows_from']).toBe(
      'File system of /var nearly full; Failed update of the definitions',
    );
  });

  it.each([',', ';'])('has no cell that is a formula, parted by %j', (delimiter) => {
    const text = renderCsv(hostileFile, WHOLE, false);
    const { data } = Papa.parse<readonly string[]>(text, { delimiter });
    expect(data.length).toBeGreaterThan(HOSTILE.length);
    expect(
      data.flat().filter((cell) => /^["'\s]*(?<!')[=+\-@\t\r]/u.test(cell) && !cell.startsWith("'")),
    ).toEqual([]);
    expect(text).not.toMatch(/(?!\r\n|(?<=\r)\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  it('keeps the rows of a hostile report apart', () => {
    const rows = rowsOf(renderCsv(hostileFile, WHOLE, false));
    expect(rows).toHaveLength(HOSTILE.length);
    expect(rows.every((row) => row['sha256'] === 'a'.repeat(64))).toBe(true);
  });

  it('begins with a byte order mark where it is asked for', () => {
    expect(renderCsv(hostileFile, WHOLE, true).startsWith('\ufeff"host"')).toBe(true);
    expect(renderCsv(hostileFile, WHOLE, false).startsWith('"host"')).toBe(true);
  });
});
