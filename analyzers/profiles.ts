import type { SupportProfile } from '../engine/api/index.ts';

/** The dated sets of support rules, oldest first. */
export const profiles: readonly SupportProfile[] = [
  {
    id: 'seed',
    title: 'early 2024',
    sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],
  },
  {
    id: '2025',
    title: 'January 2025',
    from: '2025-01-01',
    sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2025-01-07' }],
  },
  {
    id: '2026',
    title: 'March 2026',
    from: '2026-03-01',
    sources: [{ document: 'mde-linux-prerequisites', date: '2026-03-08' }],
  },
];
