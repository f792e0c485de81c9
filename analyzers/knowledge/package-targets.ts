import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** As a repository or the release of a package names it: `rhel`, `el`, `sles`. */
  target: z.string(),
  /** Distributions that it is built for, of the same major release; as os-release writes them. */
  ids: z.array(z.string()),
  /** Distributions that use it too, under release numbers of their own. */
  others: z.array(z.string()),
});

export type PackageTarget = z.infer<typeof row>;

const RHEL_FAMILY = ['rhel', 'centos', 'centos_stream', 'ol', 'rocky', 'almalinux'];
const BESIDE_RHEL = ['amzn', 'fedora', 'mariner'];

/** What the packages of the agent are built for. */
export const packageTargets = defineKnowledge({
  name: 'package-targets',
  describes: 'Distributions that a package or repository of the agent is built for',
  sources: { install: { document: 'linux-support-install', date: '2025-01' } },
  row,
  rows: [
    { target: 'el', ids: RHEL_FAMILY, others: BESIDE_RHEL, source: 'install' },
    { target: 'rhel', ids: RHEL_FAMILY, others: BESIDE_RHEL, source: 'install' },
    { target: 'centos', ids: RHEL_FAMILY, others: BESIDE_RHEL, source: 'install' },
    { target: 'oracle', ids: ['ol'], others: RHEL_FAMILY, source: 'install' },
    { target: 'rocky', ids: ['rocky'], others: RHEL_FAMILY, source: 'install' },
    { target: 'alma', ids: ['almalinux'], others: RHEL_FAMILY, source: 'install' },
    { target: 'sles', ids: ['sles'], others: ['sled'], source: 'install' },
    { target: 'fc', ids: ['fedora'], others: [], source: 'install' },
    { target: 'fedora', ids: ['fedora'], others: [], source: 'install' },
    { target: 'amazonlinux', ids: ['amzn'], others: [], source: 'install' },
  ],
});
