import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { fapolicydConfig, type FapolicydConfig } from './fapolicyd-config.ts';

const parse = (text: string): FapolicydConfig => parseFact<FapolicydConfig>(fapolicydConfig, text).value;

describe('other-protection.fapolicyd-config', () => {
  it('reads whether it refuses and what it trusts', () => {
    expect(parse('# a comment\npermissive = 0\ntrust = rpmdb,file\n')).toEqual({
      permissive: { value: '0', at: { entry: 'file', line: 2 } },
      trust: { value: 'rpmdb,file', at: { entry: 'file', line: 3 } },
      integrity: undefined,
    });
  });

  it('refuses a file without settings', () => {
    expect(() => parse('# permissive\n')).toThrow('has no settings');
  });
});
