import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { cpuSummary, type CpuSummary } from './cpu-summary.ts';

const parse = (text: string): CpuSummary['commands'] =>
  parseFact<CpuSummary>(cpuSummary, text).value.commands;

describe('process.cpu-summary', () => {
  it('reads a table with commas', () => {
    expect(parse('command,samples,cpu_mean,cpu_max\nwdavdaemon,9,2.0,5.0\n"one, two",3,1,1\n')).toEqual([
      { value: { command: 'wdavdaemon', meanPercent: 2, samples: 9 }, at: { entry: 'file', line: 2 } },
      { value: { command: 'one, two', meanPercent: 1, samples: 3 }, at: { entry: 'file', line: 3 } },
    ]);
  });

  it('takes other signs between columns, and other headings', () => {
    expect(parse('Process;CPU avg\nwdavdaemon;81.25%\n')).toEqual([
      { value: { command: 'wdavdaemon', meanPercent: 81.25 }, at: { entry: 'file', line: 2 } },
    ]);
  });

  it('passes over rows without a number', () => {
    expect(parse('command,cpu_mean\nwdavdaemon,\n')).toEqual([]);
  });

  it('refuses a table of something else', () => {
    expect(() => parse('file,size\na,1\n')).toThrow('no columns for the program');
  });
});
