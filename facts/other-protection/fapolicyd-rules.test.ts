import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { fapolicydRules, type FapolicydRules } from './fapolicyd-rules.ts';

const parse = (files: Readonly<Record<string, string>>): FapolicydRules =>
  parseFact<FapolicydRules>(fapolicydRules, files).value;

describe('other-protection.fapolicyd-rules', () => {
  it('reads rules and trusted files', () => {
    expect(
      parse({
        'rules.d/90.rules': '# allow all\n%languages=application/x-bytecode\nallow perm=open all : all\n',
        'fapolicyd.trust': '/srv/app 120 ab12\n',
      }).rules,
    ).toEqual([
      {
        value: { file: 'rules.d/90.rules', text: 'allow perm=open all : all' },
        at: { entry: 'rules.d/90.rules', line: 3 },
      },
      {
        value: { file: 'fapolicyd.trust', text: '/srv/app 120 ab12' },
        at: { entry: 'fapolicyd.trust', line: 1 },
      },
    ]);
  });

  it('reads the numbered list of the command', () => {
    expect(
      parse({ 'fapolicyd-cli_--list': '-> %languages=x\n1. deny_audit perm=any pattern=ld_so : all\n' })
        .rules,
    ).toHaveLength(1);
  });

  it('is not collected where there is no rule', () => {
    expect(() => parse({ 'fapolicyd.trust': '# none\n' })).toThrow('no rule of fapolicyd is in the bundle');
  });
});
