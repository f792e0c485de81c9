import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  path: z.string(),
  /** Where it leads, as a full path. */
  target: z.string(),
  /** ID of os-release. */
  id: z.string(),
  /** The first major release whose hosts surely have the link. */
  since: z.number(),
});

export type SystemLink = z.infer<typeof row>;

const LINKS = [
  ['/bin', '/usr/bin'],
  ['/sbin', '/usr/sbin'],
  ['/lib', '/usr/lib'],
  ['/lib64', '/usr/lib64'],
  ['/var/run', '/run'],
] as const;

function linksOf(id: string, since: number): readonly SystemLink[] {
  return LINKS.map(([path, target]) => ({ path, target, id, since, source: 'usrmerge' }));
}

/** Folders that are links on every host of a distribution. */
export const systemLinks = defineKnowledge({
  name: 'system-links',
  describes: 'Folders near the root that are links, by distribution and major release',
  sources: {
    usrmerge: { document: 'Release notes of the distributions on the merge of /usr', date: '2026-11' },
  },
  row,
  rows: [
    ...['rhel', 'centos', 'ol', 'rocky', 'almalinux'].flatMap((id) => linksOf(id, 7)),
    ...linksOf('fedora', 30),
    ...linksOf('debian', 12),
    ...linksOf('ubuntu', 24),
  ],
});
