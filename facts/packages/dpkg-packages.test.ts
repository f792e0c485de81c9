import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { dpkgPackages, type DpkgPackages } from './dpkg-packages.ts';

const HEAD = `Desired=Unknown/Install/Remove/Purge/Hold
| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
||/ Name           Version           Architecture Description
+++-==============-=================-============-===========
`;

function rows(text: string): readonly unknown[] {
  return parseFact<DpkgPackages>(dpkgPackages, text).value.list.map((row) => row.value);
}

describe('packages.dpkg', () => {
  it('reads dpkg -l', () => {
    expect(
      rows(
        `${HEAD}ii  libc6:amd64    2.35-0ubuntu3.8   amd64  GNU C Library\nrc  auditd         1:3.0.7-1build1   amd64  audit\n`,
      ),
    ).toEqual([
      { name: 'libc6', version: '2.35-0ubuntu3.8', status: 'ii' },
      { name: 'auditd', version: '1:3.0.7-1build1', status: 'rc' },
    ]);
  });

  it('reads pairs of name and version', () => {
    expect(rows('libc6:amd64\t2.35-0ubuntu3.8\nmdatp 101.25062.0003\n')).toEqual([
      { name: 'libc6', version: '2.35-0ubuntu3.8', status: 'ii' },
      { name: 'mdatp', version: '101.25062.0003', status: 'ii' },
    ]);
  });

  it('cannot use a text that names no package', () => {
    expect(() => rows(HEAD)).toThrow('names no package');
  });
});
