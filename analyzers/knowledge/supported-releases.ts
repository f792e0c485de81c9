import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { requirements } from './requirements.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** ID of os-release; `centos_stream` for CentOS Stream. */
  id: z.string(),
  /** Releases from `min` to `max`, inclusive, part by part; no `max` where the list has no end. */
  min: z.string(),
  max: z.string().optional(),
  ltsOnly: z.literal(true).optional(),
  preview: z.literal(true).optional(),
});

/** One row of a support list. */
export type SupportedRelease = z.infer<typeof row>;

type Listed = Omit<SupportedRelease, 'profiles' | 'source'>;

const SEED: readonly Listed[] = [
  { id: 'rhel', min: '6.7', max: '6.10', preview: true },
  { id: 'rhel', min: '7.2', max: '7.99' },
  { id: 'rhel', min: '8', max: '8.99' },
  { id: 'rhel', min: '9', max: '9.99' },
  { id: 'centos', min: '6.7', max: '6.10', preview: true },
  { id: 'centos', min: '7.2' },
  { id: 'ubuntu', min: '16.04', ltsOnly: true },
  { id: 'debian', min: '9', max: '12' },
  { id: 'sles', min: '12', max: '12.99' },
  { id: 'sles', min: '15', max: '15.99' },
  { id: 'ol', min: '7.2', max: '7.99' },
  { id: 'ol', min: '8', max: '8.99' },
  { id: 'ol', min: '9', max: '9.99' },
  { id: 'amzn', min: '2', max: '2' },
  { id: 'amzn', min: '2023', max: '2023.99' },
  { id: 'fedora', min: '33' },
  { id: 'rocky', min: '8.7' },
  { id: 'almalinux', min: '8.4' },
  { id: 'mariner', min: '2', max: '2.99' },
];

const OF_2025: readonly Listed[] = [
  { id: 'rhel', min: '7.2', max: '7.99' },
  { id: 'rhel', min: '8', max: '8.99' },
  { id: 'rhel', min: '9', max: '9.99' },
  { id: 'centos', min: '7.2' },
  { id: 'ubuntu', min: '16.04', max: '24.04', ltsOnly: true },
  { id: 'debian', min: '9', max: '12' },
  { id: 'sles', min: '12', max: '12.99' },
  { id: 'sles', min: '15', max: '15.99' },
  { id: 'ol', min: '7.2', max: '7.99' },
  { id: 'ol', min: '8', max: '8.99' },
  { id: 'ol', min: '9', max: '9.99' },
  { id: 'amzn', min: '2', max: '2' },
  { id: 'amzn', min: '2023', max: '2023.99' },
  { id: 'fedora', min: '33', max: '38' },
  { id: 'rocky', min: '8.7', max: '8.99' },
  { id: 'rocky', min: '9.2', max: '9.99' },
  { id: 'almalinux', min: '8.4', max: '8.99' },
  { id: 'almalinux', min: '9.2', max: '9.99' },
  { id: 'mariner', min: '2', max: '2.99' },
];

const OF_2026: readonly Listed[] = [
  { id: 'rhel', min: '7.2', max: '7.99' },
  { id: 'rhel', min: '8', max: '8.99' },
  { id: 'rhel', min: '9', max: '9.99' },
  { id: 'rhel', min: '10', max: '10.99' },
  { id: 'centos', min: '7.2', max: '7.99' },
  { id: 'centos', min: '8', max: '8.99' },
  { id: 'centos_stream', min: '8', max: '8.99' },
  { id: 'centos_stream', min: '9', max: '9.99' },
  { id: 'centos_stream', min: '10', max: '10.99' },
  { id: 'ubuntu', min: '16.04', max: '24.04', ltsOnly: true },
  { id: 'debian', min: '9', max: '13' },
  { id: 'sles', min: '12', max: '12.99' },
  { id: 'sles', min: '15', max: '15.99' },
  { id: 'ol', min: '7.2', max: '7.99' },
  { id: 'ol', min: '8', max: '8.99' },
  { id: 'ol', min: '9', max: '9.99' },
  { id: 'amzn', min: '2', max: '2' },
  { id: 'amzn', min: '2023', max: '2023.99' },
  { id: 'fedora', min: '33', max: '42' },
  { id: 'rocky', min: '8.7', max: '8.99' },
  { id: 'rocky', min: '9.2', max: '9.99' },
  { id: 'almalinux', min: '8.4', max: '8.99' },
  { id: 'almalinux', min: '9.2', max: '9.99' },
  { id: 'mariner', min: '2', max: '2.99' },
];

function listed(profile: 'seed' | '2025' | '2026', rows: readonly Listed[]): readonly SupportedRelease[] {
  return rows.map((one) => ({ ...one, profiles: [profile], source: profile }));
}

/** Distributions that a profile's support list names. What is not listed is not supported. */
export const supportedReleases = defineKnowledge({
  name: 'supported-releases',
  describes: 'Distributions and releases on the support list, by profile',
  sources: requirements,
  row,
  rows: [...listed('seed', SEED), ...listed('2025', OF_2025), ...listed('2026', OF_2026)],
});
