import { describe, expect, it } from 'vitest';

import { reportFileNames } from './file-names.ts';

const named = (...bundles: readonly { readonly name: string; readonly host?: string }[]): readonly string[] =>
  reportFileNames(
    bundles.map(({ name, host }) => ({
      bundle: {
        name,
        sha256: '',
        bytes: 0,
        kind: 'plain',
        root: '',
        host: host === undefined ? {} : { name: host },
      },
    })),
  );

describe('reportFileNames', () => {
  it('are those of the bundles, without how they were packed', () => {
    expect(named({ name: 'sosreport-app-07.tar.xz' }, { name: 'db-01.zip' })).toEqual([
      'sosreport-app-07',
      'db-01',
    ]);
  });

  it('name the host where one archive holds several', () => {
    expect(named({ name: 'all.zip', host: 'web-11' }, { name: 'all.zip', host: 'web-12' })).toEqual([
      'all-web-11',
      'all-web-12',
    ]);
  });

  it('tell reports apart that would have the same name, on any system', () => {
    expect(named({ name: 'a.zip' }, { name: 'A.tar' }, { name: 'a.tgz' })).toEqual(['a', 'A-2', 'a-3']);
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['-rf *.zip', 'rf'],
    ['a\u001b]0;x\u0007\n.zip', 'a-0-x'],
    ['con.tar.gz', 'report-con'],
    ['…', 'report'],
    ['x'.repeat(300), 'x'.repeat(100)],
  ])('hold nothing that a folder or a shell would obey: %j', (name, expected) => {
    expect(named({ name })).toEqual([expected]);
  });
});
