import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SEVERITIES, type AnalyzerStatus, type Finding, type Report } from '../../engine/api/index.ts';
import { compare, type Comparison } from './compare.ts';
import type { Snapshot } from './snapshot.ts';

const CHECKS = ['health/a', 'health/b', 'sizing/c', 'conflict/d'];
const STATUSES: readonly AnalyzerStatus[] = ['found', 'clean', 'blocked', 'not-applicable', 'failed'];

const finding = fc
  .record({
    mark: fc.integer({ min: 0, max: 9 }),
    analyzer: fc.constantFrom(...CHECKS),
    severity: fc.constantFrom(...SEVERITIES),
    message: fc.constantFrom('one', 'two', 'three'),
  })
  .map(({ mark, ...rest }): Finding => {
    const about = { title: 'T', messageId: 'm', params: {}, why: '', confidence: 'certain' } as const;
    const lists = { becauseOf: [], evidence: [], sources: [], profile: '2026' };
    const remediation = { steps: [], commands: [], links: [] };
    return { ...about, ...lists, ...rest, remediation, fingerprint: `${mark}`.repeat(16) };
  });

const row = fc.record({
  key: fc.constantFrom('a', 'b', '__proto__'),
  cells: fc.array(fc.constantFrom('', 'x', 'y'), { minLength: 1, maxLength: 2 }),
});

const snapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    findings: fc.uniqueArray(finding, { selector: ({ fingerprint }) => fingerprint, maxLength: 8 }),
    statuses: fc.array(fc.constantFrom(...STATUSES), { minLength: 4, maxLength: 4 }),
    collectedAt: fc.constantFrom('2026-10-01T00:00:00Z', '2026-10-08T00:00:00Z'),
    rows: fc.array(row, { maxLength: 6 }),
    paths: fc.array(fc.constantFrom('etc/hosts', 'a', 'b/c'), { maxLength: 3 }),
  })
  .map(({ findings, statuses, collectedAt, rows, paths }) => {
    const report: Report = {
      profile: { id: '2026', chosen: 'by-date' },
      settings: { thresholds: [], knowledge: [] },
      bundle: {
        ...{ name: 'n', sha256: 'a'.repeat(64), bytes: 1, kind: 'plain', root: '', collectedAt },
        host: { name: 'h' },
      },
      analyzers: CHECKS.map((id, at) => ({ id, status: statuses[at] ?? 'clean', seen: [], notSeen: [] })),
      findings,
      problems: [],
      facts: { schema: 1, excerpts: [] },
      entries: { total: 1, recognised: 1, unrecognised: 0 },
      ended: 'complete',
    };
    const facts = [{ name: 'f', title: 'F', columns: ['one', 'two'], rows }];
    return { report, facts, files: paths.map((path) => ({ path, size: 1 })) };
  });

const prints = (list: readonly { readonly finding: Finding }[]): readonly string[] =>
  list.map((one) => one.finding.fingerprint).sort();

const sortedJson = (list: readonly unknown[]): readonly string[] =>
  list.map((one) => JSON.stringify(one)).sort();

/** Everything of a comparison that does not depend on which side is called old, as seen from the other side. */
function mirrored({ findings, facts = [], files }: Comparison): unknown {
  const { appeared, gone, severity, reworded, same } = findings;
  return {
    appeared: prints(gone),
    gone: prints(appeared),
    moved: [prints(severity), prints(reworded), same.map(({ fingerprint }) => fingerprint).sort()],
    facts: facts.map(({ changes }) =>
      sortedJson(changes.map(({ key, column, old, new: now }) => [key, column, now, old])),
    ),
    files: [files?.onlyNew, files?.onlyOld],
  };
}

function asItIs({ findings, facts = [], files }: Comparison): unknown {
  const { appeared, gone, severity, reworded, same } = findings;
  return {
    appeared: prints(appeared),
    gone: prints(gone),
    moved: [prints(severity), prints(reworded), same.map(({ fingerprint }) => fingerprint).sort()],
    facts: facts.map(({ changes }) =>
      sortedJson(changes.map(({ key, column, old, new: now }) => [key, column, old, now])),
    ),
    files: [files?.onlyOld, files?.onlyNew],
  };
}

describe('comparisons of any two bundles', () => {
  it('of one with itself are empty', () => {
    fc.assert(
      fc.property(snapshot, (one) => {
        const { findings, facts, files, caveats } = compare(one, one);
        const { same, ...changes } = findings;
        expect(Object.values(changes)).toEqual([[], [], [], []]);
        expect(same).toEqual(one.report.findings);
        expect([facts, files, caveats]).toEqual([[], { onlyOld: [], onlyNew: [] }, []]);
      }),
    );
  });

  it('are the same seen from the other side', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (one, other) => {
        expect(asItIs(compare(one, other))).toEqual(mirrored(compare(other, one)));
      }),
    );
  });

  it('lose no finding of either side', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (one, other) => {
        const { appeared, gone, severity, reworded, same } = compare(one, other).findings;
        const stayed = severity.length + reworded.length + same.length;
        expect(appeared.length + stayed).toBe(other.report.findings.length);
        expect(gone.length + stayed).toBe(one.report.findings.length);
      }),
    );
  });
});
