import { describe, expect, it } from 'vitest';

import {
  citeIn,
  defineFleetAnalyzer,
  derivedFact,
  type FactExcerpt,
  type FleetHost,
  type Report,
} from '../api/index.ts';
import { judgeFleet } from './judge-fleet.ts';

const id = derivedFact({
  name: 'demo.id',
  describes: 'An id',
  fields: { id: { type: 'string', describes: 'Id', fleet: true } },
  needs: {},
  derive: () => undefined,
});

function report(name: string, excerpts: readonly FactExcerpt[]): Report {
  return {
    profile: { id: 'today', chosen: 'no-date' },
    settings: { thresholds: [], knowledge: [] },
    bundle: { name: `${name}.zip`, sha256: 'a', bytes: 1, kind: 'plain', root: '', host: { name } },
    findings: [],
    analyzers: [],
    problems: [],
    facts: { schema: 1, excerpts },
    entries: { total: 1, recognised: 1, unrecognised: 0 },
    ended: 'complete',
  };
}

const idOf = (value: string): FactExcerpt => ({
  fact: 'demo.id',
  field: 'id',
  items: [{ value, at: { entry: 'id.txt', line: 2 } }],
});

const NEEDS = { id: { fact: id, field: 'id' } } as const;

function analyzer(evaluate: (hosts: readonly FleetHost<typeof NEEDS>[]) => never[] | 'all') {
  return defineFleetAnalyzer({
    id: 'demo/same-id',
    title: 'One id on several hosts',
    why: 'They pass for one.',
    severity: 'low',
    confidence: 'certain',
    needs: NEEDS,
    messages: { same: '{count} hosts have one id' },
    remediation: { steps: ['Give each its own.'], links: [] },
    sources: [],
    evaluate(hosts) {
      const [first, ...rest] = hosts.flatMap((host) =>
        host.values.id.items.map((item) => citeIn(host, item)),
      );
      if (evaluate(hosts) !== 'all' || !first) return [];
      return [{ message: 'same', params: { count: hosts.length }, evidence: [first, ...rest] }];
    },
  });
}

const context = { threshold: () => 0 };

describe('judgeFleet', () => {
  it('cites places by the number of their bundle, and says what was left out', () => {
    const reports = [report('a', [idOf('x')]), report('b', []), report('c', [idOf('x')])];
    const { bundles, findings, analyzers } = judgeFleet(reports, [analyzer(() => 'all')], context);
    expect(bundles[1]).toEqual({ name: 'b.zip', root: '', sha256: 'a', host: 'b' });
    expect(findings).toMatchObject([
      {
        analyzer: 'demo/same-id',
        message: '2 hosts have one id',
        severity: 'low',
        evidence: [
          { role: 'subject', bundle: 0, entry: 'id.txt', line: 2 },
          { role: 'subject', bundle: 2, entry: 'id.txt', line: 2 },
        ],
      },
    ]);
    expect(analyzers).toEqual([
      {
        id: 'demo/same-id',
        status: 'found',
        compared: [0, 2],
        leftOut: [{ bundle: 1, lacks: ['demo.id.id'] }],
      },
    ]);
  });

  it('is blocked where fewer than two reports hold what is compared', () => {
    const { analyzers } = judgeFleet(
      [report('a', [idOf('x')]), report('b', [])],
      [analyzer(() => 'all')],
      context,
    );
    expect(analyzers).toMatchObject([{ status: 'blocked', compared: [0] }]);
  });

  it('turns what a check throws into its own failure', () => {
    const broken = analyzer(() => {
      throw new Error('no');
    });
    const whole = { ...analyzer(() => 'all'), id: 'demo/other' };
    const reports = [report('a', [idOf('x')]), report('b', [idOf('y')])];
    const { analyzers, findings, problems } = judgeFleet(reports, [broken, whole], context);
    expect(analyzers.map(({ id: name, status }) => [name, status])).toEqual([
      ['demo/other', 'found'],
      ['demo/same-id', 'failed'],
    ]);
    expect(findings.length).toBe(1);
    expect(problems).toEqual([{ code: 'analyzer-threw', detail: 'demo/same-id: no' }]);
  });

  it('gives the same fingerprint whatever the order of the bundles', () => {
    const [a, b] = [report('a', [idOf('x')]), report('b', [idOf('x')])];
    const check = [analyzer(() => 'all')];
    expect(judgeFleet([a, b], check, context).findings[0]?.fingerprint).toBe(
      judgeFleet([b, a], check, context).findings[0]?.fingerprint,
    );
  });
});
