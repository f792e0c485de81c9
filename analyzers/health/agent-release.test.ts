import { describe, expect, it } from 'vitest';
import type { Release } from '../knowledge/releases.ts';
import { isAgentVersion, monthOfBuild, monthsSince, newerBuilds } from './agent-release.ts';

const RELEASES: readonly Release[] = [
  { version: '101.26062.0007', released: '2026-08', source: 'x' },
  { version: '101.26032.0000', released: '2026-05', source: 'x' },
  { version: '101.23082.0011', released: '2023-11-01', source: 'x' },
  { version: '101.23082.0006', released: '2023-10-09', source: 'x' },
  { version: '101.23052.0009', released: '2023-07-10', source: 'x' },
  { version: '101.98.89', released: '2023-06-12', source: 'x' },
  { version: '101.98.64', released: '2023-05-03', source: 'x' },
];

const newer = (version: string, until: string): readonly string[] =>
  newerBuilds(version, RELEASES, new Date(until)).map((release) => release.version);

describe('newerBuilds', () => {
  it('compares old and new versions as numbers', () => {
    expect(newer('101.98.64', '2023-12-01')).toEqual(['101.23082.0011', '101.23052.0009', '101.98.89']);
    expect(newer('101.23052.0009', '2023-12-01')).toEqual(['101.23082.0011']);
  });

  it('counts patches of one build once, and those of the own build never', () => {
    expect(newer('101.23082.0006', '2023-12-01')).toEqual([]);
  });

  it('knows no release before its month has ended', () => {
    expect(newer('101.26032.0000', '2026-08-31T12:00:00Z')).toEqual([]);
    expect(newer('101.26032.0000', '2026-09-01T12:00:00Z')).toEqual(['101.26062.0007']);
  });
});

describe('versions', () => {
  it('knows those of the agent for Linux', () => {
    expect(['101.98.89', '101.26062.0007', '100.90.70'].map(isAgentVersion)).toEqual([true, true, true]);
    expect(['30.126062.0007.0', '20.122071.17543.0', 'unavailable', '102'].map(isAgentVersion)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('reads the month of a build', () => {
    expect(monthOfBuild('101.26062.0007')).toBe('2026-06');
    expect(monthOfBuild('101.23122.0002')).toBe('2023-12');
    expect(monthOfBuild('101.98.89')).toBeUndefined();
    expect(monthOfBuild('101.29992.0001')).toBeUndefined();
  });

  it('counts whole months', () => {
    expect(monthsSince('2026-06', new Date('2026-08-15T00:00:00Z'))).toBe(1);
    expect(monthsSince('2026-06', new Date('2026-08-30T00:00:00Z'))).toBe(2);
    expect(monthsSince('2024-10-15', new Date('2025-08-15T12:00:00Z'))).toBe(10);
    expect(monthsSince('2024-10-15', new Date('2025-08-14T12:00:00Z'))).toBe(9);
  });
});
