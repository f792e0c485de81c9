import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { kernelLimits, type KernelLimits } from './kernel-limits.ts';

const parse = (text: string): KernelLimits => parseFact<KernelLimits>(kernelLimits, text).value;

describe('host.kernel-limits', () => {
  it('reads the output of sysctl', () => {
    const text =
      'sysctl -a:\nfs.file-nr = 4416\t16\t9223372\nuser.max_fanotify_groups = 128\nuser.max_fanotify_marks=65536\n';
    expect(parse(text)).toEqual({
      openFiles: { value: 4400, at: { entry: 'file', line: 2 } },
      mostOpenFiles: { value: 9_223_372, at: { entry: 'file', line: 2 } },
      fanotifyGroups: { value: 128, at: { entry: 'file', line: 3 } },
      fanotifyMarks: { value: 65_536, at: { entry: 'file', line: 4 } },
    });
  });

  it('reads the file of the kernel where nobody ran sysctl', async () => {
    const value = await factInBundle(kernelLimits, {
      'sos_commands/date/date': 'Wed Oct 14 09:00:00 UTC 2026\n',
      'proc/sys/fs/file-nr': '3104\t0\t811204\n',
    });
    expect(value?.openFiles?.value).toBe(3104);
    expect(value?.mostOpenFiles?.value).toBe(811_204);
    expect(value?.fanotifyGroups).toBeUndefined();
  });

  it('lacks what an old kernel does not know', () => {
    expect(parse('fs.file-nr = 10 0 100\n').fanotifyMarks).toBeUndefined();
  });

  it('refuses a text without limits', () => {
    expect(() => parse('vm.swappiness = 60\n')).toThrow('names no limit');
  });
});
