import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { memory } from './memory.ts';

function read(input: string | Readonly<Record<string, string>>): readonly (number | undefined)[] {
  const { totalBytes, availableBytes, swapTotalBytes, swapFreeBytes } = parseFact(memory, input).value;
  return [totalBytes?.value, availableBytes?.value, swapTotalBytes?.value, swapFreeBytes?.value];
}

describe('hardware.memory', () => {
  it('reads /proc/meminfo', () => {
    expect(
      read('MemTotal: 2000 kB\nMemFree: 100 kB\nMemAvailable: 500 kB\nSwapTotal: 40 kB\nSwapFree: 30 kB\n'),
    ).toEqual([2048000, 512000, 40960, 30720]);
  });

  it('cites the line', () => {
    expect(parseFact(memory, '\nMemTotal: 2000 kB\n').value.totalBytes?.at).toEqual({
      entry: 'file',
      line: 2,
    });
  });

  it('adds up what older kernels can give back', () => {
    expect(read('MemTotal: 2000 kB\nMemFree: 100 kB\nBuffers: 50 kB\nCached: 50 kB\n')[1]).toBe(204800);
  });

  it('reads free in KiB', () => {
    expect(
      read('       total used free shared buff/cache available\nMem: 8009912 1 2 3 4 5\nSwap: 40 10 30\n'),
    ).toEqual([8202149888, 5120, 40960, 30720]);
  });

  it('reads the older form of free', () => {
    expect(
      read(
        '  total used free shared buffers cached\nMem: 8009912 1 2 3 4 5\n-/+ buffers/cache: 6 7\nSwap: 0 0 0\n',
      )[1],
    ).toBe(7168);
  });

  it('reads free with suffixes', () => {
    expect(
      read(
        '  total used free shared buff/cache available\nMem: 2.0Gi 1Gi 512Mi 0B 1Mi 1,5Gi\nSwap: 0B 0B 0B\n',
      ),
    ).toEqual([2147483648, 1610612736, 0, 0]);
  });

  it('takes a number too small for KiB as MiB', () => {
    expect(read('  total used free shared buff/cache available\nMem: 7822 1 2 3 4 5\n')[0]).toBe(8201961472);
  });

  it('follows the option in the name of the file', () => {
    const text = '  total used free shared buff/cache available\nMem: 257000 1 2 3 4 5\n';
    expect(read({ 'sos_commands/memory/free_-m': text })[0]).toBe(269484032000);
  });

  it('refuses a number whose unit nothing tells', () => {
    expect(() => read('  total used free\nMem: 31 1 2\n')).toThrow('does not say the unit');
  });
});
