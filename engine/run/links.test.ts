import { describe, expect, it } from 'vitest';

import { EntryList, type CollectedEntry } from './entry-list.ts';
import { LinkTable } from './links.ts';

const tableOf = (entries: readonly CollectedEntry[]): LinkTable => new LinkTable(new EntryList(entries));

const file = (path: string): CollectedEntry => ({ path, kind: 'file', size: 1 });
const link = (path: string, linkTarget: string): CollectedEntry => ({
  path,
  kind: 'link',
  size: 0,
  linkTarget,
});

describe('LinkTable', () => {
  it('follows a relative link within the bundle', () => {
    const table = tableOf([
      link('sos/etc/os-release', '../usr/lib/os-release'),
      file('sos/usr/lib/os-release'),
    ]);
    expect(table.follow('sos/etc/os-release', 'sos')).toEqual({
      kind: 'entry',
      path: 'sos/usr/lib/os-release',
    });
  });

  it('begins an absolute target at the root of the bundle', () => {
    const table = tableOf([link('sos/x', '/etc/hosts'), file('sos/etc/hosts')]);
    expect(table.follow('sos/x', 'sos')).toEqual({ kind: 'entry', path: 'sos/etc/hosts' });
  });

  it('follows a link that stands for a folder', () => {
    const table = tableOf([link('a/current', 'v2'), file('a/v2/log')]);
    expect(table.follow('a/current/log', '')).toEqual({ kind: 'entry', path: 'a/v2/log' });
  });

  it('does not leave the source, nor a nested archive', () => {
    expect(tableOf([link('a', '../../etc/passwd')]).follow('a', '')).toMatchObject({ kind: 'outside' });
    const nested = tableOf([link('in.zip!/a', '../secret'), file('secret')]);
    expect(nested.follow('in.zip!/a', 'in.zip!')).toMatchObject({ kind: 'outside' });
  });

  it('ends at a loop and at a target that is not there', () => {
    const table = tableOf([link('a', 'b'), link('b', 'a'), link('c', 'nowhere')]);
    expect(table.follow('a', '')).toMatchObject({ kind: 'loop' });
    expect(table.follow('c', '')).toEqual({ kind: 'broken', target: 'nowhere' });
  });

  it('does not lead from one bundle into another beside it', () => {
    const table = tableOf([link('one/etc/x', '../../two/secret'), file('two/secret')]);
    expect(table.follow('one/etc/x', 'one')).toEqual({ kind: 'outside', target: '../../two/secret' });
  });

  it('follows a hard link from the top of its archive, to another bundle too, for it is the file itself', () => {
    const hard = { ...link('in.tar!/two/x', 'one/x'), hardLink: true as const };
    const table = tableOf([hard, file('in.tar!/one/x')]);
    expect(table.follow('in.tar!/two/x', 'in.tar!/two')).toEqual({ kind: 'entry', path: 'in.tar!/one/x' });
  });

  it('takes a doubled mark as part of a name, not as the border of an archive', () => {
    const table = tableOf([link('odd!!/a', '../b'), file('b')]);
    expect(table.follow('odd!!/a', '')).toEqual({ kind: 'entry', path: 'b' });
  });

  it('follows links through links, and ends where there are too many', () => {
    const chain = (length: number): CollectedEntry[] =>
      Array.from({ length }, (_, index) => link(`l${index}`, `l${index + 1}`));
    expect(tableOf([...chain(39), file('l39')]).follow('l0', '')).toEqual({
      kind: 'entry',
      path: 'l39',
    });
    expect(tableOf([...chain(60), file('l60')]).follow('l0', '')).toMatchObject({ kind: 'loop' });
  });

  it('ends where a link leads into itself, growing with every turn', () => {
    expect(tableOf([link('a', 'a/a')]).follow('a', '')).toMatchObject({ kind: 'loop' });
    expect(tableOf([link('a', '.'), link('b', 'a/b')]).follow('a/b', '')).toMatchObject({
      kind: 'loop',
    });
  });
});
