import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { requirements } from './requirements.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** Where the name stands: VARIANT_ID or ID of os-release, the product of a release file, a package. */
  in: z.enum(['variant', 'id', 'product', 'package']),
  name: z.string(),
});

export type WorkstationEdition = z.infer<typeof row>;

const SIGNS: readonly (readonly [WorkstationEdition['in'], string])[] = [
  ['variant', 'workstation'],
  ['variant', 'desktop'],
  ['variant', 'client'],
  ['variant', 'kde'],
  ['variant', 'silverblue'],
  ['variant', 'kinoite'],
  ['id', 'sled'],
  ['product', 'workstation'],
  ['product', 'client'],
  ['product', 'desktop'],
  ['package', 'redhat-release-workstation'],
  ['package', 'redhat-release-client'],
  ['package', 'sled-release'],
  ['package', 'ubuntu-desktop'],
  ['package', 'ubuntu-desktop-minimal'],
  ['package', 'kubuntu-desktop'],
  ['package', 'xubuntu-desktop'],
  ['package', 'lubuntu-desktop'],
  ['package', 'ubuntu-mate-desktop'],
  ['package', 'ubuntu-budgie-desktop'],
  ['package', 'ubuntustudio-desktop'],
];

/** What tells that a distribution was installed in its edition for workstations. */
export const workstationEditions = defineKnowledge({
  name: 'workstation-editions',
  describes: 'Marks of editions for workstations',
  sources: { '2025': requirements['2025'], '2026': requirements['2026'] },
  row,
  rows: [
    ...SIGNS.map(([place, name]): WorkstationEdition => ({
      in: place,
      name,
      profiles: ['2025'],
      source: '2025',
    })),
    ...SIGNS.map(([place, name]): WorkstationEdition => ({
      in: place,
      name,
      profiles: ['2026'],
      source: '2026',
    })),
  ],
});
