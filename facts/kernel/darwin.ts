import { NotCollectedError, textFact, type Located } from '../../engine/api/index.ts';

export interface Darwin {
  readonly release: Located<string>;
}

// Darwin mac-07 23.6.0 Darwin Kernel Version 23.6.0: Mon Jul 29 21:14:30 PDT 2024; … RELEASE_ARM64 arm64
const DARWIN = /^Darwin \S{1,253} (?<release>\d\S{0,40})/u;

/** The kernel of macOS, where `uname -a` shows that one. */
export const darwin = textFact<Darwin>({
  name: 'kernel.darwin',
  describes: 'Kernel of macOS that ran',
  fields: { release: { type: 'version', describes: 'Release of the kernel' } },
  view: { kind: 'fields', title: 'Kernel of macOS' },
  from: {
    'client-analyzer': 'uname.txt',
    plain: ['uname.txt', 'uname', 'uname_-a', 'uname-a', 'uname-a.txt'],
  },
  looksLike: (head) => DARWIN.test(head),
  parse(entry): Darwin {
    for (const { text, at } of entry.lines()) {
      const release = DARWIN.exec(text)?.groups?.['release'];
      if (release !== undefined) return { release: { value: release, at } };
    }
    throw new NotCollectedError(`${entry.path} names no kernel of macOS`);
  },
});
