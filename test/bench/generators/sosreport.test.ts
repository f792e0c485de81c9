import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import type { GeneratedFile } from './generator.ts';
import { sosreport } from './sosreport.ts';

const BYTES = 400_000;

describe('the sosreport of the bench', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(hashOf(1)).toBe(hashOf(1));
    expect(hashOf(2)).not.toBe(hashOf(1));
  });

  it('has about the size that was asked for', () => {
    const bytes = filesOf(1).reduce((total, { expandedBytes }) => total + expandedBytes, 0);
    expect(bytes / BYTES).toBeGreaterThan(0.9);
    expect(bytes / BYTES).toBeLessThan(1.15);
  });

  it('names the line of everything it planted, the first and the last line of a log among them', () => {
    const logs = filesOf(1).filter(({ planted }) => planted.length > 0);
    expect(logs.map(({ planted }) => planted.length)).toEqual([12, 6, 6, 12, 6, 6]);
    for (const log of logs) {
      const lines = linesOf(log);
      const marked = lines.flatMap((line, index) =>
        line.includes(' kernel: [  370.112481] guard-') ? [index + 1] : [],
      );
      expect(log.planted.map(({ line }) => line)).toEqual(marked);
      expect(marked[0]).toBe(1);
      expect(marked.at(-1)).toBe(lines.length);
    }
  });

  it('plants every process once, so that each gives a finding of its own', () => {
    const text = filesOf(1).flatMap(linesOf).join('\n');
    const processes = text.match(/guard-\d{5}/gu) ?? [];
    expect(processes).toHaveLength(48);
    expect(new Set(processes).size).toBe(48);
  });

  it('gives each path once', () => {
    const paths = filesOf(1).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

function filesOf(seed: number): readonly GeneratedFile[] {
  return [...sosreport.files({ seed, bytes: BYTES })];
}

function hashOf(seed: number): string {
  const hash = createHash('sha256');
  for (const { path, content } of filesOf(seed)) hash.update(path).update(content);
  return hash.digest('hex');
}

function linesOf({ path, content }: GeneratedFile): readonly string[] {
  return (path.endsWith('.gz') ? gunzipSync(content) : content).toString('latin1').split('\n');
}
