import { describe, expect, it } from 'vitest';

import type { AnyAnalyzer, Finding, Severity } from '../api/index.ts';
import type { JudgedFinding } from './evaluate.ts';
import { explain, inReadingOrder, refuseCircles, supersede } from './roots.ts';

type Relations = Pick<AnyAnalyzer, 'about' | 'because' | 'supersedes'>;

const analyzer = (id: string, relations: Relations = {}): AnyAnalyzer =>
  ({ id, ...relations }) as unknown as AnyAnalyzer;

function judged(id: string, severity: Severity = 'high', subject?: string): JudgedFinding {
  const finding = {
    fingerprint: `${id}${subject ?? ''}`,
    analyzer: id,
    severity,
    message: '',
    becauseOf: [],
  };
  return { finding: finding as unknown as Finding, subject };
}

const because = (...of: readonly string[]): Relations => ({ because: of.map((id) => ({ of: id })) });

describe('roots', () => {
  it('puts a root above what it explains, the worst tree first', () => {
    const analyzers = [
      analyzer('net/proxy'),
      analyzer('net/unreachable', because('net/proxy')),
      analyzer('health/definitions', because('net/unreachable')),
      analyzer('sizing/cores'),
    ];
    const findings = explain(
      [
        judged('health/definitions', 'critical'),
        judged('sizing/cores', 'high'),
        judged('net/unreachable', 'medium'),
        judged('net/proxy', 'low'),
      ],
      analyzers,
    );
    expect(inReadingOrder(findings, analyzers).map(({ analyzer: id }) => id)).toEqual([
      'net/proxy',
      'net/unreachable',
      'health/definitions',
      'sizing/cores',
    ]);
    expect(findings[0]?.becauseOf).toEqual(['net/unreachable']);
  });

  it('puts what judges the bundle before all else, but under what explains it', () => {
    const analyzers = [
      analyzer('a/down'),
      analyzer('z/root', { about: 'bundle' }),
      analyzer('z/health', { about: 'bundle', ...because('a/down') }),
    ];
    const findings = explain(
      [judged('a/down', 'critical'), judged('z/root', 'info'), judged('z/health', 'medium')],
      analyzers,
    );
    expect(inReadingOrder(findings, analyzers).map(({ analyzer: id }) => id)).toEqual([
      'z/root',
      'a/down',
      'z/health',
    ]);
  });

  it('keeps a consequence whose root is not there', () => {
    const analyzers = [analyzer('b', because('a'))];
    const findings = explain([judged('b')], analyzers);
    expect(inReadingOrder(findings, analyzers).map(({ analyzer: id }) => id)).toEqual(['b']);
  });

  it('joins findings about the same subject only, where an analyzer says so', () => {
    const analyzers = [analyzer('a'), analyzer('b', { because: [{ of: 'a', sameSubject: true }] })];
    const [, , same, other] = explain(
      [judged('a', 'high', 'x'), judged('a', 'high', 'y'), judged('b', 'low', 'x'), judged('b', 'low', 'z')],
      analyzers,
    );
    expect(same?.becauseOf).toEqual(['ax']);
    expect(other?.becauseOf).toEqual([]);
  });

  it('joins findings about one subject only, where an analyzer names it', () => {
    const analyzers = [analyzer('a'), analyzer('b', { because: [{ of: 'a', subject: 'x' }] })];
    const [, , , b] = explain(
      [judged('a', 'high', 'x'), judged('a', 'high', 'y'), judged('a'), judged('b')],
      analyzers,
    );
    expect(b?.becauseOf).toEqual(['ax']);
  });

  it('joins what an analyzer finds about one subject only, where it says so', () => {
    const analyzers = [analyzer('a'), analyzer('b', { because: [{ of: 'a', forSubject: 'x' }] })];
    const [, x, y] = explain([judged('a'), judged('b', 'low', 'x'), judged('b', 'low', 'y')], analyzers);
    expect(x?.becauseOf).toEqual(['a']);
    expect(y?.becauseOf).toEqual([]);
  });

  it('drops what another analyzer says better, and says which', () => {
    const analyzers = [analyzer('a', { supersedes: ['b'] }), analyzer('b')];
    const outcome = { id: 'b', status: 'found', seen: [], notSeen: [] } as const;
    const { judged: kept, outcomes } = supersede(
      [judged('a', 'high', 'x'), judged('b', 'low', 'x'), judged('b', 'low', 'y')],
      [outcome],
      analyzers,
    );
    expect(kept.map(({ finding }) => finding.fingerprint)).toEqual(['ax', 'by']);
    expect(outcomes).toEqual([{ ...outcome, supersededBy: ['a'] }]);
  });

  it('refuses analyzers that explain each other', () => {
    expect(() => refuseCircles([analyzer('a', because('b')), analyzer('b', because('a'))])).toThrow(
      'a → b → a',
    );
  });
});
