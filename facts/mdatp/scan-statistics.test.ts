import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { scanStatistics, type ScanStatistics } from './scan-statistics.ts';

const parse = (text: string): ScanStatistics['processes'] =>
  parseFact<ScanStatistics>(scanStatistics, text).value.processes;

const RULE = '=====================================';

describe('mdatp.scan-statistics', () => {
  it('reads the text form', () => {
    const text = [
      RULE,
      'Process id: 560',
      'Name: backupd',
      'Path: "/usr/sbin/backupd"',
      'Total files scanned: 261',
      'Scan time (ns): "3070788919"',
      'Status: Active',
      RULE,
      'Process id: 71',
      'Name: cron',
      'Path: "/usr/sbin/cron"',
      'Total files scanned: 4',
      'Scan time (ns): "985110"',
      'Status: Inactive',
      RULE,
    ].join('\n');
    expect(parse(text)).toEqual([
      {
        value: { name: 'backupd', path: '/usr/sbin/backupd', pid: 560, files: 261, seconds: 3.070788919 },
        at: { entry: 'file', line: 5 },
      },
      {
        value: { name: 'cron', path: '/usr/sbin/cron', pid: 71, files: 4, seconds: 0.00098511 },
        at: { entry: 'file', line: 12 },
      },
    ]);
  });

  it('reads JSON whose numbers are strings', () => {
    const text =
      '{"counters":[\n{"id":7,"isActive":true,"name":"cron","path":"/usr/sbin/cron",\n"totalFilesScanned":"41","totalScanTime":"3000000000"}]}';
    expect(parse(text)).toEqual([
      {
        value: { name: 'cron', path: '/usr/sbin/cron', pid: 7, files: 41, seconds: 3 },
        at: { entry: 'file', line: 3 },
      },
    ]);
  });

  it('reads the JSON of old agents, whose numbers are numbers', () => {
    const text =
      '{"counters":[{"id":"7","name":"cron","path":"/c","total_files_scanned":41,"total_scan_time":1e9}]}';
    expect(parse(text)[0]?.value).toMatchObject({ pid: 7, files: 41, seconds: 1 });
  });

  it.each(['{"counters": null}', '{ "counters": [] }', 'Real time protection statistics is disabled'])(
    'has nothing where the agent gives nothing: %s',
    (text) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'NotCollectedError' }) as Error);
    },
  );

  it('is done with a line of blanks at once', () => {
    const blanks = ' '.repeat(1_000_000);
    const text = `Name: a${blanks}b\nPath: "/a"\nTotal files scanned: 3\n`;
    expect(parse(text)[0]?.value).toMatchObject({ name: `a${blanks}b`, files: 3 });
  });

  it('refuses another text', () => {
    expect(() => parse('Name: cron\nPath: "/usr/sbin/cron"\n')).toThrow('lists no scanned process');
  });
});
