import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { packageCheck, type PackageCheck } from './package-check.ts';

const parse = (text: string): PackageCheck => parseFact<PackageCheck>(packageCheck, text).value;

describe('mdatp.package-check', () => {
  it('reads missing and changed files and settings', () => {
    expect(
      parse(
        'missing     /opt/microsoft/mdatp/lib/liba.so\n.M.......    /opt/microsoft/mdatp/sbin/wdavdaemon\nS.5....T.  c /etc/opt/microsoft/mdatp/x.json\nmissing     /opt/x (Permission denied)\n',
      ).changed.map(({ value }) => [value.path, value.isMissing, value.isSetting]),
    ).toEqual([
      ['/opt/microsoft/mdatp/lib/liba.so', true, false],
      ['/opt/microsoft/mdatp/sbin/wdavdaemon', false, false],
      ['/etc/opt/microsoft/mdatp/x.json', false, true],
      ['/opt/x', true, false],
    ]);
  });

  it('refuses the complaint that there is no package', () => {
    expect(() => parse('package mdatp is not installed\n')).toThrow('says that the package is not installed');
  });
});
