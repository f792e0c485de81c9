import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { cpu } from './cpu.ts';

describe('hardware.cpu', () => {
  it('reads lscpu, and not its other lists of processors', () => {
    const { value } = parseFact(
      cpu,
      'Architecture:   x86_64\nOn-line CPU(s) list: 0-3\nCPU(s):   4\nNUMA node0 CPU(s): 0,1\n  Model name:  Example CPU\n',
    );
    expect(value.cores).toEqual({ value: 4, at: { entry: 'file', line: 3 } });
    expect(value.architecture?.value).toBe('x86_64');
    expect(value.modelName?.value).toBe('Example CPU');
  });

  it('counts the processors of /proc/cpuinfo', () => {
    const { value } = parseFact(cpu, 'processor\t: 0\nmodel name\t: Example CPU\n\nprocessor\t: 1\n');
    expect(value.cores).toEqual({ value: 2, at: { entry: 'file', line: 1 } });
  });

  it('does not know a number that is not written', () => {
    expect(parseFact(cpu, 'Architecture:   x86_64\n').value.cores).toBeUndefined();
  });

  it('refuses a text that describes no processor', () => {
    expect(() => parseFact(cpu, 'hello\n')).toThrow('describes no processor');
  });
});
