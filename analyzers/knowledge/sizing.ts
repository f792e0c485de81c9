import { defineKnowledge } from '../../engine/api/index.ts';

const GIB = 1024 ** 3;

/** What a host must have, by profile. Memory and disk in bytes. */
export interface Sizing {
  readonly coresMinimum: number;
  readonly coresPreferred?: number;
  readonly memoryMinimum: number;
  readonly memoryPreferred?: number;
  readonly diskMinimum: number;
}

const byProfile: Readonly<Record<string, Sizing>> = {
  seed: {
    coresMinimum: 2,
    coresPreferred: 4,
    memoryMinimum: GIB,
    memoryPreferred: 4 * GIB,
    diskMinimum: 2 * GIB,
  },
  '2025': { coresMinimum: 1, memoryMinimum: GIB, diskMinimum: 2 * GIB },
  '2026': { coresMinimum: 1, memoryMinimum: GIB, diskMinimum: 2 * GIB },
};

export const sizing = defineKnowledge({
  name: 'sizing',
  describes: 'Cores, memory and disk that the agent asks for, by profile',
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02', profiles: ['seed'] },
    { document: 'microsoft-defender-endpoint-linux', date: '2025-01-07', profiles: ['2025'] },
    { document: 'mde-linux-prerequisites', date: '2026-03-08', profiles: ['2026'] },
  ],
  rows: byProfile,
});
