import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { requirements } from './requirements.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** As `uname -m` writes it. */
  architecture: z.string(),
  /** ID of os-release that the row is limited to; any where left out. */
  id: z.string().optional(),
  /** Releases of it from `min` to `max`, inclusive. */
  min: z.string().optional(),
  max: z.string().optional(),
  preview: z.literal(true).optional(),
});

export type SupportedArchitecture = z.infer<typeof row>;

/** Distribution, first and last release. */
type Arm64 = readonly [id: string, min: string, max: string];

const ARM64_IN_2025: readonly Arm64[] = [
  ['ubuntu', '20.04', '20.04'],
  ['ubuntu', '22.04', '22.04'],
  ['amzn', '2', '2'],
  ['amzn', '2023', '2023'],
];

const ARM64_IN_2026: readonly Arm64[] = [
  ['rhel', '8', '8.99'],
  ['rhel', '9', '9.99'],
  ['rhel', '10', '10.99'],
  ['centos_stream', '8', '8.99'],
  ['centos_stream', '9', '9.99'],
  ['centos_stream', '10', '10.99'],
  ['ubuntu', '20.04', '20.04'],
  ['ubuntu', '22.04', '22.04'],
  ['ubuntu', '24.04', '24.04'],
  ['debian', '11', '11'],
  ['debian', '12', '12'],
  ['sles', '15.5', '15.5'],
  ['sles', '15.6', '15.6'],
  ['ol', '8', '8.99'],
  ['ol', '9', '9.99'],
  ['amzn', '2', '2'],
  ['amzn', '2023', '2023'],
];

/** Processors that the agent is built for; ARM64 for some distributions only. */
export const supportedArchitectures = defineKnowledge<SupportedArchitecture>({
  name: 'supported-architectures',
  describes: 'Architectures that the agent supports, by distribution and profile',
  sources: requirements,
  row,
  rows: [
    { architecture: 'x86_64', profiles: ['seed'], source: 'seed' },
    { architecture: 'x86_64', profiles: ['2025'], source: '2025' },
    { architecture: 'x86_64', profiles: ['2026'], source: '2026' },
    ...ARM64_IN_2025.map(([id, min, max]): SupportedArchitecture => ({
      architecture: 'aarch64',
      id,
      min,
      max,
      preview: true,
      profiles: ['2025'],
      source: '2025',
    })),
    ...ARM64_IN_2026.map(([id, min, max]): SupportedArchitecture => ({
      architecture: 'aarch64',
      id,
      min,
      max,
      profiles: ['2026'],
      source: '2026',
    })),
  ],
});
