import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { cpuSamples } from './cpu-samples.ts';

const sample = (...rows: readonly string[]): string =>
  [
    'top - 09:12:10 up 15 days,  5:10,  1 user,  load average: 0.21, 0.27, 0.30',
    'Tasks: 141 total,   1 running, 140 sleeping,   0 stopped,   0 zombie',
    '%Cpu(s):  2.1 us,  0.8 sy,  0.0 ni, 96.9 id,  0.1 wa,  0.0 hi,  0.1 si,  0.0 st',
    '',
    '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
    ...rows,
    '',
    '',
  ].join('\n');
const row = (pid: number, share: string, command: string): string =>
  `   ${pid} root      20   0 1738240 298312  41120 S  ${share}   0.9 131:09.44 ${command}`;

describe('process.cpu-samples', () => {
  it('adds the processes of a program, and takes the mean of the samples', async () => {
    const text =
      sample(
        row(1183, '40.0', 'wdavdaemon'),
        row(1402, '20.0', 'wdavdaemon'),
        row(1604, '99.0', 'postgres'),
      ) + sample(row(1183, '90.0', 'wdavdaemon'));
    const value = await factInBundle(cpuSamples, { 'top.txt': text });
    expect(value?.samples).toMatchObject({ value: 2, at: { entry: 'top.txt', line: 1 } });
    expect(
      value?.loads.map(({ value: { places, ...load }, at }) => ({ ...load, at, places: places.length })),
    ).toEqual([
      {
        program: 'wdavdaemon',
        meanPercent: 75,
        maxPercent: 90,
        at: expect.objectContaining({ entry: 'top.txt', line: 6 }) as unknown,
        places: 3,
      },
    ]);
  });

  it('counts a sample without the program', async () => {
    const text = sample(row(1183, '90.0', 'wdavdaemon')) + sample() + sample();
    const value = await factInBundle(cpuSamples, { 'top.txt': text });
    expect(value?.loads[0]?.value).toMatchObject({ meanPercent: 30, maxPercent: 90 });
  });

  it('knows the plugin by its cut name, whole commands, and decimals with a comma', async () => {
    const text = sample(
      row(980, '31,5', 'mdatp_audisp_p+'),
      row(1183, '4,0', '/opt/microsoft/mdatp/sbin/wdavdaemon edr 16 15'),
      row(2200, '50,0', 'grep wdavdaemon'),
    );
    const value = await factInBundle(cpuSamples, { 'top.txt': text });
    expect(value?.loads.map(({ value: { program, meanPercent } }) => [program, meanPercent])).toEqual([
      ['mdatp_audisp_plugin', 31.5],
      ['wdavdaemon', 4],
    ]);
  });

  it('has no samples where top printed none', async () => {
    const value = await factInBundle(cpuSamples, { 'top.txt': 'top: command not found, wdavdaemon\n' });
    expect(value?.samples).toBeUndefined();
  });
});
