import { describe, expect, it } from 'vitest';

import { EntryTree, partsOf, type ListedEntry } from './entry-tree.ts';

const file = (path: string, rest: Partial<ListedEntry> = {}): ListedEntry => ({
  path,
  kind: 'file',
  size: 10,
  recognised: true,
  ...rest,
});

const entries: readonly ListedEntry[] = [
  file('health.txt'),
  file('inner.zip', { kind: 'archive' }),
  file('inner.zip!/etc/hosts'),
  file('fs.txt', { kind: 'sections' }),
  file('fs.txt!#/bin/df -hT'),
  file('var/log/messages', { recognised: false }),
];

describe('partsOf', () => {
  it.each([
    ['a/b/c', ['a', 'a/b', 'a/b/c']],
    ['a.zip!/b/c', ['a.zip', 'a.zip!/b', 'a.zip!/b/c']],
    ['a.zip!/b.zip!/c', ['a.zip', 'a.zip!/b.zip', 'a.zip!/b.zip!/c']],
    ['fs.txt!#/bin/df -h', ['fs.txt', 'fs.txt!#/bin/df -h']],
    ['odd!!name/x', ['odd!!name', 'odd!!name/x']],
    ['etc/hosts!@2', ['etc', 'etc/hosts!@2']],
  ])('%s', (address, parts) => {
    expect([...partsOf(address)].map((part) => part.address)).toEqual(parts);
  });
});

describe('EntryTree', () => {
  it('lists folders first and makes those that the archive does not name', () => {
    const tree = new EntryTree(entries, { findings: new Map(), problems: new Map() });
    expect(tree.folder('')?.map(({ name, kind, children }) => [name, kind, children])).toEqual([
      ['var', 'folder', 1],
      ['fs.txt', 'sections', 1],
      ['health.txt', 'file', 0],
      ['inner.zip', 'archive', 1],
    ]);
    expect(tree.folder('inner.zip')?.map(({ address }) => address)).toEqual(['inner.zip!/etc']);
  });

  it('shows findings and problems on an entry and on all that holds it', () => {
    const tree = new EntryTree(entries, {
      findings: new Map([
        ['inner.zip!/etc/hosts', ['low', 'critical']],
        ['not/there', ['high']],
      ]),
      problems: new Map([['var/log/messages', 2]]),
    });
    expect(tree.entry('inner.zip')).toMatchObject({ findings: 2, worst: 'critical', problems: 0 });
    expect(tree.entry('inner.zip!/etc/hosts')).toMatchObject({ findings: 2, worst: 'critical' });
    expect(tree.entry('var')).toMatchObject({ findings: 0, problems: 2 });
  });

  it('knows no folder that is not there', () => {
    const tree = new EntryTree(entries, { findings: new Map(), problems: new Map() });
    expect(tree.folder('nowhere')).toBeUndefined();
  });
});
