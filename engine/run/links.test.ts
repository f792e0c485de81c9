import { describe, expect, it } from 'vitest';

import type { CollectedEntry } from './collector.ts';
import { LinkTable } from './links.ts';

const file = (path: string): CollectedEntry => ({ path, kind: 'file', size: 1 });
const link = (path: string, linkTarget: string): CollectedEntry => ({
  path,
  kind: 'link',
  size: 0,
  linkTarget,
});

describe('LinkTable', () => {
  it('follows a relative link within the bundle', () => {
    const table = new LinkTable([
      link('sos/etc/os-release', '../usr/lib/os-release'),
      file('sos/usr/lib/os-release'),
    ]);
    expect(table.follow('sos/etc/os-release', 'sos')).toEqual({
      kind: 'entry',
      path: 'sos/usr/lib/os-release',
    });
  });

  it('begins an absolute target at the root of the bundle', () => {
    const table = new LinkTable([link('sos/x', '/etc/hosts'), file('sos/etc/hosts')]);
    expect(table.follow('sos/x', 'sos')).toEqual({ kind: 'entry', path: 'sos/etc/hosts' });
  });

  it('follows a link that stands for a folder', () => {
    const table = new LinkTable([link('a/current', 'v2'), file('a/v2/log')]);
    expect(table.follow('a/current/log', '')).toEqual({ kind: 'entry', path: 'a/v2/log' });
  });

  it('does not leave the source, nor a nested archive', () => {
    expect(new LinkTable([link('a', '../../etc/passwd')]).follow('a', '')).toMatchObject({ kind: 'outside' });
    const nested = new LinkTable([link('in.zip!/a', '../secret'), file('secret')]);
    expect(nested.follow('in.zip!/a', 'in.zip!')).toMatchObject({ kind: 'outside' });
  });

  it('ends at a loop and at a target that is not there', () => {
    const table = new LinkTable([link('a', 'b'), link('b', 'a'), link('c', 'nowhere')]);
    expect(table.follow('a', '')).toMatchObject({ kind: 'loop' });
    expect(table.follow('c', '')).toEqual({ kind: 'broken', target: 'nowhere' });
  });
});
