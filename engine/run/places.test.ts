import { describe, expect, it } from 'vitest';

import { PlaceIndex, placeFits } from './places.ts';

function indexOf(...places: readonly string[]): PlaceIndex<string> {
  const index = new PlaceIndex<string>();
  for (const place of places) index.add(place, place);
  return index;
}

describe('PlaceIndex', () => {
  it('finds a place under any root', () => {
    const index = indexOf('etc/os-release');
    expect(index.match('sosreport-web-03/etc/os-release')).toEqual([
      { target: 'etc/os-release', root: 'sosreport-web-03' },
    ]);
    expect(index.match('etc/os-release')).toEqual([{ target: 'etc/os-release', root: '' }]);
    expect(index.match('etc/os-release.bak')).toEqual([]);
  });

  it('pays no heed to the case of letters, and keeps the root as written', () => {
    expect(indexOf('health.txt').match('Case-7/Health.TXT')).toEqual([
      { target: 'health.txt', root: 'Case-7' },
    ]);
  });

  it('keeps * within one part', () => {
    const index = indexOf('sos_commands/process/ps_*');
    expect(index.match('r/sos_commands/process/ps_auxwwwm')).toHaveLength(1);
    expect(index.match('r/sos_commands/process/ps_x/y')).toHaveLength(0);
  });

  it('finds anything below a folder', () => {
    expect(indexOf('sos_commands/**').match('a/b/sos_commands/kernel/uname_-a')).toEqual([
      { target: 'sos_commands/**', root: 'a/b' },
    ]);
    expect(indexOf('sos_commands/**').match('a/sos_commands')).toEqual([]);
  });

  it('passes over folders that do not matter', () => {
    const index = indexOf('var/log/journal/**/*.journal');
    const root = (path: string): readonly string[] => index.match(path).map((match) => match.root);
    expect(root('sos/var/log/journal/5e0f/system.journal')).toEqual(['sos']);
    expect(root('var/log/journal/system.journal')).toEqual(['']);
    expect(root('a/b/var/log/journal/5e0f/old/user-1000.journal')).toEqual(['a/b']);
    expect(root('var/log/5e0f/system.journal')).toEqual([]);
    expect(root('journal/5e0f/system.journal')).toEqual([]);
    expect(indexOf('logs/**/case/**').match('x/logs/2026/case/a/b')).toEqual([
      { target: 'logs/**/case/**', root: 'x' },
    ]);
  });

  it('finds members of nested archives and sections, whose names may hold slashes', () => {
    expect(indexOf('mde_diagnostic.zip!/etc/hosts').match('out.zip!/mde_diagnostic.zip!/etc/hosts')).toEqual([
      { target: 'mde_diagnostic.zip!/etc/hosts', root: 'out.zip!' },
    ]);
    expect(indexOf('*.txt!#/etc/os-release').match('scc_web/basic-environment.txt!#/etc/os-release')).toEqual(
      [{ target: '*.txt!#/etc/os-release', root: 'scc_web' }],
    );
    expect(indexOf('fs-diskio.txt!#*df*').match('scc_web/fs-diskio.txt!#/bin/df -hT')).toHaveLength(1);
  });

  it('takes names for names: __proto__ finds nothing', () => {
    expect(indexOf('etc/hosts').match('__proto__/constructor')).toEqual([]);
  });
});

describe('placeFits', () => {
  it('compares with an address relative to a known root', () => {
    expect(placeFits('**', 'a/b')).toBe(true);
    expect(placeFits('*.zip', 'mde_diagnostic.zip')).toBe(true);
    expect(placeFits('crashes/*.dmp', 'crashes/x.dmp')).toBe(true);
    expect(placeFits('crashes/*.dmp', 'old/crashes/x.dmp')).toBe(false);
    expect(placeFits('var/**/*.journal', 'var/log/journal/system.journal')).toBe(true);
    expect(placeFits('var/**/*.journal', 'var/system.journal')).toBe(true);
    expect(placeFits('var/**/*.journal', 'old/var/log/system.journal')).toBe(false);
    expect(placeFits('var/**/log/**', 'var/a/log/b/c')).toBe(true);
    expect(placeFits('var/**/log/**', 'var/a/log')).toBe(false);
  });
});
