import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  version: z.string().regex(/^10\d\.\d+(?:\.\d+)+$/u),
  /** Day or month of the release. */
  released: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/u),
  /** Version of the engine that came with it. */
  engine: z.string().optional(),
});

export type Release = z.infer<typeof row>;

/** Releases of the agent for Linux, newest first. From February 2025 to April 2026 the list has a gap. */
export const releases = defineKnowledge({
  name: 'releases',
  describes: 'Releases of the agent for Linux and when they came',
  sources: {
    whatsnew: { document: 'linux-whatsnew', date: '2025-01' },
    releases: { document: 'microsoft-defender-endpoint-releases', date: '2026-08' },
  },
  row,
  rows: [
    { version: '101.26062.0007', released: '2026-08', source: 'releases' },
    { version: '101.26062.0005', released: '2026-08', source: 'releases' },
    { version: '101.26032.0000', released: '2026-05', source: 'releases' },
    { version: '101.24102.0000', released: '2025-01-08', engine: '1.1.24080.11', source: 'whatsnew' },
    { version: '101.24092.0002', released: '2024-11-14', engine: '1.1.24080.9', source: 'whatsnew' },
    { version: '101.24082.0004', released: '2024-10-15', engine: '1.1.24080.9', source: 'whatsnew' },
    { version: '101.24072.0001', released: '2024-09-23', engine: '1.1.24060.6', source: 'whatsnew' },
    { version: '101.24062.0001', released: '2024-07-31', engine: '1.1.24050.7', source: 'whatsnew' },
    { version: '101.24052.0002', released: '2024-06-24', engine: '1.1.24040.2', source: 'whatsnew' },
    { version: '101.24042.0002', released: '2024-05-29', engine: '1.1.24030.4', source: 'whatsnew' },
    { version: '101.24032.0007', released: '2024-05-15', engine: '1.1.24020.3', source: 'whatsnew' },
    { version: '101.24022.0001', released: '2024-03-22', engine: '1.1.23110.4', source: 'whatsnew' },
    { version: '101.24012.0001', released: '2024-03-12', engine: '1.1.23110.4', source: 'whatsnew' },
    { version: '101.23122.0002', released: '2024-02-05', engine: '1.1.23100.2010', source: 'whatsnew' },
    { version: '101.23112.0009', released: '2024-01-29', engine: '1.1.23100.2010', source: 'whatsnew' },
    { version: '101.23102.0003', released: '2023-11-28', engine: '1.1.23090.2008', source: 'whatsnew' },
    { version: '101.23092.0012', released: '2023-11-14', engine: '1.1.23080.2007', source: 'whatsnew' },
    { version: '101.23082.0011', released: '2023-11-01', engine: '1.1.23070.1002', source: 'whatsnew' },
    { version: '101.23082.0009', released: '2023-10-09', engine: '1.1.23070.1002', source: 'whatsnew' },
    { version: '101.23082.0006', released: '2023-10-09', engine: '1.1.23070.1002', source: 'whatsnew' },
    { version: '101.23072.0021', released: '2023-09-11', engine: '1.1.20100.7', source: 'whatsnew' },
    { version: '101.23062.0010', released: '2023-07-26', engine: '1.1.20100.7', source: 'whatsnew' },
    { version: '101.23052.0009', released: '2023-07-10', engine: '1.1.20100.7', source: 'whatsnew' },
    { version: '101.98.89', released: '2023-06-12', engine: '1.1.20100.7', source: 'whatsnew' },
    { version: '101.98.64', released: '2023-05-03', engine: '1.1.20100.6', source: 'whatsnew' },
    { version: '101.98.58', released: '2023-04-20', engine: '1.1.20000.2', source: 'whatsnew' },
    { version: '101.98.30', released: '2023-03-20', engine: '1.1.19900.2', source: 'whatsnew' },
    { version: '101.98.05', released: '2023-03-08', engine: '1.1.19900.2', source: 'whatsnew' },
    { version: '101.94.13', released: '2023-01-10', engine: '1.1.19700.3', source: 'whatsnew' },
    { version: '101.85.27', released: '2022-11-02', engine: '1.1.19500.2', source: 'whatsnew' },
    { version: '101.80.97', released: '2022-09-14', engine: '1.1.19300.3', source: 'whatsnew' },
    { version: '101.78.13', released: '2022-08-24', engine: '1.1.19300.3', source: 'whatsnew' },
    { version: '101.75.43', released: '2022-08-02', engine: '1.1.19300.3', source: 'whatsnew' },
    { version: '101.73.77', released: '2022-07-21', engine: '1.1.19200.3', source: 'whatsnew' },
    { version: '101.71.18', released: '2022-06-24', source: 'whatsnew' },
    { version: '101.68.80', released: '2022-05-23', source: 'whatsnew' },
    { version: '101.65.77', released: '2022-05-02', source: 'whatsnew' },
    { version: '101.62.74', released: '2022-03-24', source: 'whatsnew' },
    { version: '101.60.93', released: '2022-03-09', source: 'whatsnew' },
    { version: '101.60.05', released: '2022-03-03', source: 'whatsnew' },
    { version: '101.58.80', released: '2022-02-20', source: 'whatsnew' },
    { version: '101.56.62', released: '2022-01-26', source: 'whatsnew' },
    { version: '101.53.02', released: '2022-01-08', source: 'whatsnew' },
  ],
});
