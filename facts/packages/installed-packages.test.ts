import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { dpkgPackages, type DpkgPackages } from './dpkg-packages.ts';
import { installedPackages, type InstalledPackages } from './installed-packages.ts';
import { rpmPackages, type RpmPackages } from './rpm-packages.ts';

function derive(texts: { readonly rpm?: string; readonly dpkg?: string }): InstalledPackages {
  const { plan } = installedPackages;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  const facts = {
    rpm: texts.rpm === undefined ? undefined : parseFact<RpmPackages>(rpmPackages, texts.rpm).value,
    dpkg: texts.dpkg === undefined ? undefined : parseFact<DpkgPackages>(dpkgPackages, texts.dpkg).value,
  };
  return plan.derive(facts, () => undefined);
}

describe('packages.installed', () => {
  it('gives the packages of rpm', () => {
    const value = derive({ rpm: 'bash-5.1-2.el9.x86_64\n' });
    expect(value.manager).toBe('rpm');
    expect(value.byName.get('bash')).toEqual({
      value: { name: 'bash', version: '5.1' },
      at: { entry: 'file', line: 1 },
    });
    expect(value.complete).toBe(true);
    expect(value.source).toEqual({ entry: 'file', line: 1 });
  });

  it('leaves out what dpkg has removed', () => {
    const value = derive({
      dpkg: 'ii  bash  5.1 amd64 shell\nrc  auditd 3.0 amd64 audit\nhi  mdatp 101.25062.0003 amd64 agent\n',
    });
    expect([...value.byName.keys()]).toEqual(['bash', 'mdatp']);
  });

  it('follows the manager that lists more', () => {
    expect(
      derive({ rpm: 'gpg-pubkey-fd431d51-4ae0493b\n', dpkg: 'ii  a1 1 all x\nii  b1 1 all x\n' }).manager,
    ).toBe('dpkg');
  });

  it('is not known without a list', () => {
    expect(() => derive({})).toThrow('no list of packages');
  });
});
