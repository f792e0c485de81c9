import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** ID of os-release. */
  id: z.string(),
  /** The newest release that was out when the support list of the profile was written. */
  newest: z.string(),
});

type Newest = Readonly<Record<string, string>>;

const BEFORE_2024_03: Newest = {
  rhel: '9.3',
  centos: '8',
  centos_stream: '9',
  ubuntu: '23.10',
  debian: '12',
  sles: '15.5',
  ol: '9.3',
  amzn: '2023',
  fedora: '39',
  rocky: '9.3',
  almalinux: '9.3',
  mariner: '2',
};

const BEFORE_2025_02: Newest = {
  ...BEFORE_2024_03,
  rhel: '9.5',
  centos_stream: '10',
  ubuntu: '24.10',
  sles: '15.6',
  ol: '9.5',
  fedora: '41',
  rocky: '9.5',
  almalinux: '9.5',
};

const BEFORE_2026_04: Newest = {
  ...BEFORE_2025_02,
  rhel: '10.1',
  ubuntu: '25.10',
  debian: '13',
  sles: '16.0',
  ol: '10.1',
  fedora: '43',
  rocky: '10.1',
  almalinux: '10.1',
};

function rowsOf(profile: 'seed' | '2025' | '2026', newest: Newest): readonly z.infer<typeof row>[] {
  return Object.entries(newest).map(([id, release]) => ({
    id,
    newest: release,
    profiles: [profile],
    source: profile,
  }));
}

/** A support list leaves out on purpose only what was there when it was written. */
export const newestReleases = defineKnowledge({
  name: 'newest-releases',
  describes: 'Newest release of each distribution at the date of the support list, by profile',
  sources: {
    seed: { document: 'Release notes of the distributions', date: '2024-02', profiles: ['seed'] },
    '2025': { document: 'Release notes of the distributions', date: '2025-01', profiles: ['2025'] },
    '2026': { document: 'Release notes of the distributions', date: '2026-03', profiles: ['2026'] },
  },
  row,
  rows: [
    ...rowsOf('seed', BEFORE_2024_03),
    ...rowsOf('2025', BEFORE_2025_02),
    ...rowsOf('2026', BEFORE_2026_04),
  ],
});
