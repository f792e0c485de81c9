import type { Source } from '../../engine/api/index.ts';

/** The page of system requirements in the revisions that the profiles stand for. */
export const requirements = {
  seed: { document: 'microsoft-defender-endpoint-linux', date: '2024-02', profiles: ['seed'] },
  '2025': { document: 'microsoft-defender-endpoint-linux', date: '2025-01-07', profiles: ['2025'] },
  '2026': { document: 'mde-linux-prerequisites', date: '2026-03-08', profiles: ['2026'] },
} as const satisfies Readonly<Record<string, Source>>;
