import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { scanHistory, type ScanHistory } from './scan-history.ts';

const parse = (text: string): ScanHistory => parseFact<ScanHistory>(scanHistory, text).value;

describe('mdatp.scan-history', () => {
  it('reads scans with their times', () => {
    const { scans, threats } = parse(`{
  "scans": [
    {
      "type": "quick",
      "state": "succeeded",
      "startTime": "1791943200000",
      "endTime": "1791943391000",
      "filesScanned": "40211",
      "scheduled": true,
      "threats": []
    },
    { "type": {"$type": "full"}, "state": "Failed", "threats": [{"name": "A:B/C", "status": "quarantined"}] }
  ]
}`);
    expect(scans).toEqual([
      {
        value: {
          type: 'quick',
          state: 'succeeded',
          started: '2026-10-14T02:00:00Z',
          ended: '2026-10-14T02:03:11Z',
          files: 40211,
          scheduled: true,
          threats: 0,
        },
        at: { entry: 'file', line: 5 },
      },
      {
        value: {
          type: 'full',
          state: 'failed',
          started: '',
          ended: '',
          files: 0,
          scheduled: false,
          threats: 1,
        },
        at: { entry: 'file', line: 12 },
      },
    ]);
    expect(threats.map(({ value }) => value.name)).toEqual(['A:B/C']);
  });

  it('takes a threat by its bare name', () => {
    expect(parse('{"scans": [{"state": "succeeded", "threats": ["A:B/C"]}]}').threats).toMatchObject([
      { value: { name: 'A:B/C', status: '' } },
    ]);
  });

  it('keeps the scans before the damage', () => {
    const { value, problems } = parseFact(scanHistory, '{"scans": [{"state": "failed"}, {"sta');
    expect(value.scans.map((scan) => scan.value.state)).toContain('failed');
    expect(problems).toMatchObject([{ code: 'malformed-file' }]);
  });

  it('refuses what holds no scans', () => {
    expect(() => parse('{"a": 1}')).toThrow('holds no list of scans');
  });
});
