import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { rpmPackages, type RpmPackages } from './rpm-packages.ts';

function parse(text: string): RpmPackages {
  return parseFact<RpmPackages>(rpmPackages, text).value;
}

function only(line: string): unknown {
  return parse(`${line}\n`).list[0]?.value;
}

describe('packages.rpm', () => {
  it('reads a line of rpm -qa with a date behind', () => {
    expect(only('selinux-policy-targeted-38.1.35-2.el9.noarch   Mon Nov 23 10:00:00 2026')).toEqual({
      name: 'selinux-policy-targeted',
      version: '38.1.35',
      release: '2.el9',
      arch: 'noarch',
    });
  });

  it('reads a key, which has no architecture', () => {
    expect(only('gpg-pubkey-fd431d51-4ae0493b.(none)')).toEqual({
      name: 'gpg-pubkey',
      version: 'fd431d51',
      release: '4ae0493b',
    });
  });

  it('leaves the epoch out', () => {
    expect(only('bind-utils-32:9.16.23-1.el9.x86_64')).toMatchObject({
      name: 'bind-utils',
      version: '9.16.23',
    });
  });

  it('reads JSON lines', () => {
    expect(only('{"name": "libestr","version": "0.1.9","release": "2.el7","arch": "x86_64"}')).toEqual({
      name: 'libestr',
      version: '0.1.9',
      release: '2.el7',
      arch: 'x86_64',
    });
  });

  it('reads the table of a supportconfig', () => {
    const value = parse(
      'NAME             DISTRIBUTION                    VERSION\nbash             SUSE Linux Enterprise 15        4.4-150400.25.22\n',
    );
    expect(value.list).toEqual([
      { value: { name: 'bash', version: '4.4', release: '150400.25.22' }, at: { entry: 'file', line: 2 } },
    ]);
  });

  it('keeps every version of a package', () => {
    const value = parse('kernel-3.10.0-327.el7.x86_64\nkernel-3.10.0-1160.el7.x86_64\n');
    expect(value.packages.get('kernel')?.map((found) => found.value.release)).toEqual([
      '327.el7',
      '1160.el7',
    ]);
    expect(value.complete).toBe(true);
  });

  it('notes complaints of rpm once, and is then not complete', () => {
    const { value, problems } = parseFact<RpmPackages>(
      rpmPackages,
      'error: rpmdbNextIterator: skipping h# 753\nerror: rpmdbNextIterator: skipping h# 754\nbash-5.1-2.el9.x86_64\n',
    );
    expect(problems).toEqual([
      {
        code: 'malformed-line',
        detail: '2 lines name no package; the first: error: rpmdbNextIterator: skipping h# 753',
        at: { entry: 'file', line: 1 },
      },
    ]);
    expect(value.complete).toBe(false);
  });

  it('is complete in spite of a warning', () => {
    const value = parse('warning: Signature not supported.\nbash-5.1-2.el9.x86_64\n');
    expect(value.complete).toBe(true);
  });

  it('was not collected where rpm only complains', () => {
    expect(() => parse('error: cannot open Packages database in /var/lib/rpm\n')).toThrow(
      'says: error: cannot open',
    );
  });

  it('takes constructor for a name', () => {
    expect(parse('constructor-1-1.noarch\n').packages.get('constructor')).toHaveLength(1);
  });
});
