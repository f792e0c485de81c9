import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { requirements } from './requirements.ts';
import { rowShape } from './row.ts';

const GIB = 1024 ** 3;

/** What a host must have: cores as a count, the rest in bytes; crash dumps ask for their space on top. */
export const sizing = defineKnowledge({
  name: 'sizing',
  describes: 'Cores, memory and disk that the agent asks for, by profile',
  sources: requirements,
  row: rowShape({
    what: z.enum(['cores', 'memory', 'disk', 'crash-dumps']),
    minimum: z.number().positive(),
    preferred: z.number().positive().optional(),
  }),
  rows: [
    { what: 'cores', minimum: 2, preferred: 4, profiles: ['seed'], source: 'seed' },
    { what: 'memory', minimum: GIB, preferred: 4 * GIB, profiles: ['seed'], source: 'seed' },
    { what: 'disk', minimum: 2 * GIB, profiles: ['seed'], source: 'seed' },
    { what: 'crash-dumps', minimum: 2 * GIB, profiles: ['seed'], source: 'seed' },
    { what: 'cores', minimum: 1, profiles: ['2025'], source: '2025' },
    { what: 'memory', minimum: GIB, profiles: ['2025'], source: '2025' },
    { what: 'disk', minimum: 2 * GIB, profiles: ['2025'], source: '2025' },
    { what: 'cores', minimum: 1, profiles: ['2026'], source: '2026' },
    { what: 'memory', minimum: GIB, profiles: ['2026'], source: '2026' },
    { what: 'disk', minimum: 2 * GIB, profiles: ['2026'], source: '2026' },
  ],
});
