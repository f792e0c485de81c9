import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { clamdConfig, type ClamdConfig } from './clamd-config.ts';

const parse = (text: string): ClamdConfig => parseFact<ClamdConfig>(clamdConfig, text).value;

describe('other-protection.clamd-config', () => {
  it('reads what is watched and whether an access waits', () => {
    expect(parse('#OnAccessPrevention yes\nOnAccessIncludePath /home\nOnAccessPrevention no\n')).toEqual({
      onAccessPrevention: { value: false, at: { entry: 'file', line: 3 } },
      scanOnAccess: undefined,
      watched: [{ value: '/home', at: { entry: 'file', line: 2 } }],
    });
  });

  it('reads the switch of old versions', () => {
    expect(parse('ScanOnAccess true\n').scanOnAccess?.value).toBe(true);
  });

  it('refuses a file without settings', () => {
    expect(() => parse('# nothing\n')).toThrow('has no settings');
  });
});
