import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { requirements } from './requirements.ts';
import { rowShape } from './row.ts';

/** The oldest kernel for all distributions but RHEL and CentOS 6. */
export const oldestKernel = defineKnowledge({
  name: 'oldest-kernel',
  describes: 'Oldest kernel version that the agent supports',
  sources: requirements,
  row: rowShape({ minimum: z.string() }),
  rows: [
    { minimum: '3.10.0-327', profiles: ['seed'], source: 'seed' },
    { minimum: '3.10.0-327', profiles: ['2025'], source: '2025' },
    { minimum: '3.10.0-327', profiles: ['2026'], source: '2026' },
  ],
});

const rhel6Row = rowShape({
  /** Minor release: 7 for 6.7. */
  minor: z.number().int(),
  /** Kernels with this prefix, but the exceptions; or exactly those of a list. */
  prefix: z.string().optional(),
  except: z.array(z.string()).optional(),
  exactly: z.array(z.string()).optional(),
});

export type Rhel6Kernels = z.infer<typeof rhel6Row>;

/** Kernels that a release of RHEL or CentOS 6 may run. */
export const rhel6Kernels = defineKnowledge({
  name: 'rhel6-kernels',
  describes: 'Kernels on the support list of RHEL and CentOS 6, by minor release',
  sources: { seed: requirements.seed },
  row: rhel6Row,
  rows: [
    {
      minor: 7,
      prefix: '2.6.32-573.',
      except: ['2.6.32-573.el6.x86_64'],
      profiles: ['seed'],
      source: 'seed',
    },
    { minor: 8, prefix: '2.6.32-642.', profiles: ['seed'], source: 'seed' },
    {
      minor: 9,
      prefix: '2.6.32-696.',
      except: ['2.6.32-696.el6.x86_64'],
      profiles: ['seed'],
      source: 'seed',
    },
    {
      minor: 10,
      exactly: [
        '2.6.32-754.10.1.el6.x86_64',
        '2.6.32-754.11.1.el6.x86_64',
        '2.6.32-754.12.1.el6.x86_64',
        '2.6.32-754.14.2.el6.x86_64',
        '2.6.32-754.15.3.el6.x86_64',
        '2.6.32-754.17.1.el6.x86_64',
        '2.6.32-754.18.2.el6.x86_64',
        '2.6.32-754.2.1.el6.x86_64',
        '2.6.32-754.22.1.el6.x86_64',
        '2.6.32-754.23.1.el6.x86_64',
        '2.6.32-754.24.2.el6.x86_64',
        '2.6.32-754.24.3.el6.x86_64',
        '2.6.32-754.25.1.el6.x86_64',
        '2.6.32-754.27.1.el6.x86_64',
        '2.6.32-754.28.1.el6.x86_64',
        '2.6.32-754.29.1.el6.x86_64',
        '2.6.32-754.29.2.el6.x86_64',
        '2.6.32-754.3.5.el6.x86_64',
        '2.6.32-754.30.2.el6.x86_64',
        '2.6.32-754.33.1.el6.x86_64',
        '2.6.32-754.35.1.el6.x86_64',
        '2.6.32-754.39.1.el6.x86_64',
        '2.6.32-754.41.2.el6.x86_64',
        '2.6.32-754.43.1.el6.x86_64',
        '2.6.32-754.47.1.el6.x86_64',
        '2.6.32-754.48.1.el6.x86_64',
        '2.6.32-754.49.1.el6.x86_64',
        '2.6.32-754.6.3.el6.x86_64',
        '2.6.32-754.9.1.el6.x86_64',
      ],
      profiles: ['seed'],
      source: 'seed',
    },
  ],
});
