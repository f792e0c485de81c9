import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { lockdown, type Lockdown } from './lockdown.ts';

const parse = (text: string): Lockdown => parseFact<Lockdown>(lockdown, text).value;

describe('kernel.lockdown', () => {
  it('takes the mode in brackets', () => {
    expect(parse('none [integrity] confidentiality\n')).toEqual({
      mode: { value: 'integrity', at: { entry: 'file', line: 1 } },
    });
  });

  it.each([
    'Could not run cat /sys/kernel/security/lockdown',
    'cat: /sys/kernel/security/lockdown: No such file or directory',
  ])('is not collected on a kernel without lockdown: %s', (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'NotCollectedError' }) as Error);
  });

  it('refuses a text without a mode', () => {
    expect(() => parse('none integrity\n')).toThrow('names no mode');
  });
});
