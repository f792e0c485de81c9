import { tarEntry, tarFile, tarHeader } from '../../harness/tar-blocks.ts';
import { zipFile } from '../../harness/zip-records.ts';
import {
  HEALTH,
  linesOf,
  withDefaults,
  type CaseMaker,
  type Expected,
  type HostileCase,
} from '../hostile-case.ts';

/** Links that leave the archive, turn in circles or stand where a report looks, and what is no file at all. */
export const linkCases: CaseMaker = (random) => {
  const after = linesOf(random, 10);
  const both = { 'health.txt': HEALTH, 'after.txt': after };
  const link = (name: string, target: string, type = '2'): Buffer => tarHeader({ name, type, link: target });
  const between = (name: string, middle: readonly Buffer[], expected: Expected = {}): HostileCase =>
    withDefaults(
      {
        name: `link/${name}`,
        file: `${name}.tar`,
        bytes: () =>
          tarFile(
            tarEntry({ name: 'health.txt' }, HEALTH),
            ...middle,
            tarEntry({ name: 'after.txt' }, after),
          ),
        good: both,
      },
      expected,
    );
  // A place where reports look: whoever followed the link would read the host's own file.
  const asked = 'mount.txt';
  return [
    between('to-a-file-of-the-host', [link(asked, '/etc/shadow')], { problems: ['broken-link'] }),
    between('above-the-top', [link(asked, '../../../../etc/shadow')], { problems: ['link-outside'] }),
    between('hard-to-a-file-of-the-host', [link(asked, '/etc/shadow', '1')], { problems: ['broken-link'] }),
    between('hard-above-the-top', [link(asked, '../../etc/shadow', '1')], { problems: ['link-outside'] }),
    between('to-itself', [link(asked, asked)], { problems: ['broken-link'] }),
    between('to-each-other', [link(asked, 'b'), link('b', asked)], { problems: ['broken-link'] }),
    between(
      'chain-of-a-hundred',
      [link(asked, 'l0'), ...Array.from({ length: 100 }, (_, at) => link(`l${at}`, `l${at + 1}`))],
      {
        problems: ['broken-link'],
      },
    ),
    between('folder-to-itself', [link('x', '.'), link('y', 'x/..'), link(asked, 'y/x/y/x/health.txt')], {
      // It is found, and lists no mounts.
      problems: ['malformed-file', 'malformed-line'],
    }),
    between('growing-with-every-turn', [link('a', 'a/a'), link(asked, 'a/b')], { problems: ['broken-link'] }),
    between(
      'folder-then-file-through-it',
      [link('dir', '/tmp'), tarEntry({ name: 'dir/escape.log' }, 'x\n')],
      {
        good: { 'dir/escape.log': 'x\n' },
      },
    ),
    between('target-of-control-characters', [link(asked, 'a\u001b[2Jb')], { problems: ['broken-link'] }),
    between('target-empty', [link(asked, '')], { problems: ['broken-link'] }),
    between('file-in-place-of-a-link', [link('l.log', 'after.txt'), tarEntry({ name: 'l.log' }, 'own\n')], {
      good: { 'l.log!@2': 'own\n' },
    }),
    between(
      'devices-pipes-sockets',
      ['3', '4', '6'].map((type) => tarHeader({ name: `special${type}`, type })),
    ),
    between('pipe-where-reports-look', [tarHeader({ name: asked, type: '6' })]),
    withDefaults(
      {
        name: 'link/in-a-zip-to-the-host',
        file: 'links.zip',
        bytes: () =>
          zipFile([
            { name: 'health.txt', content: HEALTH },
            { name: asked, content: '/etc/shadow', mode: 0o120777 },
            { name: 'after.txt', content: after },
          ]),
        good: both,
      },
      { problems: ['broken-link'] },
    ),
  ];
};
