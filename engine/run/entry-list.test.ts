import { describe, expect, it } from 'vitest';

import { EntryList, type CollectedEntry } from './entry-list.ts';

const ENTRIES: readonly CollectedEntry[] = [
  { path: 'sos', kind: 'folder', size: 0, modified: 0 },
  { path: 'sos/var/log/messages', kind: 'file', size: 9_007_199_254_740_991, modified: 1_768_478_400_123.5 },
  { path: 'sos/etc/os-release', kind: 'link', size: 0, linkTarget: '../usr/lib/os-release' },
  { path: 'sos/hard', kind: 'link', size: 0, linkTarget: 'sos/etc/hosts', hardLink: true },
  { path: 'in.zip', kind: 'file', size: 12, holds: 'members' },
  { path: 'in.zip!/secret', kind: 'file', size: 3, unread: true },
  { path: 'fs.txt', kind: 'file', size: 40, holds: 'sections', modified: -1000 },
  { path: 'dev/null', kind: 'other', size: 0 },
];

describe('EntryList', () => {
  it('gives back what it was given, in that order', () => {
    expect([...new EntryList(ENTRIES)]).toEqual(ENTRIES);
  });

  it('finds an entry by its address, and no folder that is only part of one', () => {
    const list = new EntryList(ENTRIES);
    expect(list.find('in.zip!/secret')).toEqual(ENTRIES[5]);
    expect(list.find('sos/var')).toBeUndefined();
    expect(list.find('../usr/lib/os-release')).toBeUndefined();
    expect(list.find('')).toBeUndefined();
  });

  it('counts files that hold no entries of their own', () => {
    expect(new EntryList(ENTRIES).plainFiles).toBe(2);
  });
});
