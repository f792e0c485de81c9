import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { loginDefs, type LoginDefs } from './login-defs.ts';

const parse = (text: string): LoginDefs => parseFact<LoginDefs>(loginDefs, text).value;

describe('host.login-defs', () => {
  it('reads the first and last number of accounts', () => {
    expect(parse('# UID_MIN 1\nUID_MIN\t\t\t 500\nUID_MAX 60000\nSYS_UID_MIN 201\n')).toEqual({
      uidMin: { value: 500, at: { entry: 'file', line: 2 } },
      uidMax: { value: 60000, at: { entry: 'file', line: 3 } },
    });
  });

  it('refuses a file without them', () => {
    expect(() => parse('MAIL_DIR /var/mail\n')).toThrow('sets no numbers of users');
  });
});
