import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { kernelModules } from './modules.ts';

describe('kernel.modules', () => {
  it('reads the output of lsmod', () => {
    const { value } = parseFact(
      kernelModules,
      'Module                  Size  Used by\nllc       14552  2 stp,bridge\n',
    );
    expect(value.modules).toEqual([
      { value: { name: 'llc', size: 14552, usedBy: 'stp,bridge' }, at: { entry: 'file', line: 2 } },
    ]);
  });

  it('reads /proc/modules', () => {
    const { value } = parseFact(
      kernelModules,
      'llc 14552 2 stp,bridge, Live 0xffffffffc0000000\next4 579979 1 - Live 0x0000000000000000 (E)\n',
    );
    expect(value.modules.map((module) => module.value)).toEqual([
      { name: 'llc', size: 14552, usedBy: 'stp,bridge' },
      { name: 'ext4', size: 579979, usedBy: '' },
    ]);
  });

  it('notes a line that is no module and goes on', () => {
    const { value, problems } = parseFact(kernelModules, 'Module Size Used by\n???\nllc 1 0\n');
    expect(value.modules).toHaveLength(1);
    expect(problems.map(({ code, at }) => [code, at?.line])).toEqual([['malformed-line', 2]]);
  });

  it('knows that no module is loaded', () => {
    expect(parseFact(kernelModules, 'Module                  Size  Used by\n').value.modules).toEqual([]);
  });

  it('is not known where the command is missing', () => {
    expect(() => parseFact(kernelModules, 'bash: lsmod: command not found\n')).toThrow('command not found');
  });
});
