import { describe, expect, it } from 'vitest';

import type { AnalysisContext } from '../api/index.ts';
import { agent, at, disks, judge, load } from './rule-for-test.ts';

const UNWELL = {
  'demo.agent': { healthy: at(3, false), owner: at(4, 'db team'), tags: [at(5, 'a'), at(5, 'b')] },
};

describe('a finding of a rule', () => {
  it('cites the fields named, in their order, a line once', () => {
    const evidence = '[demo.agent.tags, demo.agent.healthy, demo.agent.mode]';
    expect(judge({ evidence }, UNWELL)).toEqual([
      {
        message: 'matched',
        params: {},
        evidence: [
          { kind: 'place', role: 'subject', at: { entry: 'agent.txt', line: 5 } },
          { kind: 'place', role: 'subject', at: { entry: 'agent.txt', line: 3 } },
        ],
      },
    ]);
  });

  it('cites what its conditions read where no field named is there', () => {
    expect(judge({ evidence: '[demo.agent.mode]' }, UNWELL)).toMatchObject([
      { evidence: [{ kind: 'place', at: { entry: 'agent.txt', line: 3 } }] },
    ]);
  });

  it('cites the absence where nothing of it is there, and the file that was read', () => {
    const when = '{ field: demo.agent.mode, is: { exists: false } }';
    expect(judge({ when, evidence: '[demo.agent.mode]' }, UNWELL)).toMatchObject([
      { evidence: [{ kind: 'absence', lookedFor: 'demo.agent.mode', lookedIn: ['agent.txt'] }] },
    ]);
  });

  it('fills its message', () => {
    const message = '"{demo.agent.owner}: {demo.agent.tags}, well {demo.agent.healthy}, {demo.agent.mode}"';
    expect(load({ message }).analyzer.messages).toEqual({
      matched: '{demo_agent_owner}: {demo_agent_tags}, well {demo_agent_healthy}, {demo_agent_mode}',
    });
    expect(judge({ message }, UNWELL)).toMatchObject([
      {
        params: {
          demo_agent_owner: 'db team',
          demo_agent_tags: 'a, b',
          demo_agent_healthy: 'false',
          demo_agent_mode: 'unknown',
        },
      },
    ]);
  });

  it('has the subject its template gives', () => {
    expect(judge({ subject: '"{demo.agent.owner}"' }, UNWELL)).toMatchObject([{ subject: 'db team' }]);
  });
});

describe('each', () => {
  const rule = {
    when: '{ each: demo.disks.mounts, where: { all: [{ column: type, is: { equals: nfs } }, { column: used, is: { above: 90 } }] } }',
    message: '"{each.target} is at {each.used}"',
    evidence: '[each]',
  };
  const mounts = (...rows: readonly object[]) => ({
    'demo.disks': { mounts: rows.map((row, index) => at(index + 1, row, 'df.txt')) },
  });

  it('gives a finding for each row that matches', () => {
    const values = mounts(
      { target: '/a', type: 'nfs', used: 95 },
      { target: '/b', type: 'xfs', used: 99 },
      { target: '/c', type: 'nfs', used: 91 },
    );
    expect(judge(rule, values)).toEqual([
      {
        message: 'matched',
        params: { each_target: '/a', each_used: 95 },
        evidence: [{ kind: 'place', role: 'subject', at: { entry: 'df.txt', line: 1 } }],
      },
      {
        message: 'matched',
        params: { each_target: '/c', each_used: 91 },
        evidence: [{ kind: 'place', role: 'subject', at: { entry: 'df.txt', line: 3 } }],
      },
    ]);
  });

  it('is clean where no row matches, and where there is none', () => {
    expect(judge(rule, mounts({ target: '/b', type: 'xfs', used: 99 }))).toEqual([]);
    expect(judge(rule, mounts())).toEqual([]);
  });

  it('cannot tell where a row lacks what it is judged by', () => {
    expect(judge(rule, mounts({ target: '/a', type: 'nfs' }))).toMatchObject({
      cannotTell: 'used is not in the input.',
    });
  });

  it('reports the rows that match although another cannot be judged', () => {
    const values = mounts({ target: '/a', type: 'nfs' }, { target: '/c', type: 'nfs', used: 91 });
    expect(judge(rule, values)).toMatchObject([{ params: { each_target: '/c' } }]);
  });

  it('stands beside other conditions in all, and reports nothing where one of them is false', () => {
    const when = `{ all: [{ field: demo.agent.healthy, is: { equals: false } }, ${rule.when}] }`;
    const full = mounts({ target: '/a', type: 'nfs', used: 95 });
    expect(judge({ ...rule, when }, { ...UNWELL, ...full })).toHaveLength(1);
    expect(judge({ ...rule, when }, { 'demo.agent': { healthy: at(1, true) }, ...full })).toEqual([]);
  });

  it('takes a column name as a name, even __proto__', () => {
    const row = Object.fromEntries([['__proto__', 'nfs']]);
    expect(judge(rule, mounts({ ...row, target: '/a', used: 95 }))).toMatchObject({
      cannotTell: 'type is not in the input.',
    });
  });
});

describe('the analyzer of a rule', () => {
  it('needs the facts it names, by their names', () => {
    const message = '"{demo.disks.mounts}"';
    expect(() => load({ message })).toThrow('demo.disks.mounts is a table');
    const when =
      '{ any: [{ field: demo.agent.healthy, is: { equals: false } }, { field: demo.agent.age, is: { above: 1 } }] }';
    expect(load({ when }).analyzer.needs).toEqual({ 'demo.agent': agent });
  });

  it('marks the optional ones, and cannot tell where a missing one would decide', () => {
    const when =
      '{ all: [{ field: demo.agent.healthy, is: { exists: false } }, { each: demo.disks.mounts, where: { column: type, is: { exists: true } } }] }';
    const changes = { when, optionalFacts: '[demo.agent]' };
    expect(load(changes).analyzer.needs).toEqual({ 'demo.agent': { optional: agent }, 'demo.disks': disks });
    const values = { 'demo.agent': undefined, 'demo.disks': { mounts: [at(1, { type: 'xfs' })] } };
    expect(judge(changes, values)).toMatchObject({ cannotTell: 'demo.agent.healthy is not in the input.' });
  });

  it('does not apply where notWhen holds, and applies where that is unknown', () => {
    const applies =
      '[{ notWhen: { each: demo.disks.mounts, where: { column: type, is: { equals: nfs } } }, reason: Its disks are remote. }]';
    const [one] = load({ applies }).analyzer.applies ?? [];
    const context: AnalysisContext = {
      collectedAt: undefined,
      profile: '2026',
      kind: 'plain',
      complete: true,
      know: () => [],
      sourceOf: () => [],
      threshold: (one) => one.default,
    };
    const told = (values: object): unknown => one?.unless(values, context);
    expect(one?.needs).toEqual({ 'demo.disks': disks });
    expect(told({ 'demo.disks': { mounts: [at(1, { type: 'nfs' })] } })).toBe('Its disks are remote.');
    expect(told({ 'demo.disks': { mounts: [at(1, { type: 'xfs' })] } })).toBeUndefined();
    expect(told({ 'demo.disks': undefined })).toBeUndefined();
  });

  it('carries the rest of the rule as it is', () => {
    const { analyzer, tests } = load({
      kinds: '[plain]',
      profiles: '["2026"]',
      because: '[{ of: demo/disk, sameSubject: true }, { of: demo/full, subject: disk }]',
      supersedes: '[demo/old]',
      sources: '[{ document: agent(8), date: "2025-01", href: "https://docs.example/agent" }]',
      tests:
        '[{ name: bad, kind: plain, files: { a.txt: x }, status: found, at: ["a.txt:1"], text: One. }, { name: none, files: {}, status: blocked }]',
    });
    expect(analyzer).toMatchObject({
      id: 'demo/agent',
      title: 'Agent not well',
      severity: 'high',
      kinds: ['plain'],
      profiles: ['2026'],
      because: [
        { of: 'demo/disk', sameSubject: true },
        { of: 'demo/full', subject: 'disk' },
      ],
      supersedes: ['demo/old'],
      sources: [{ document: 'agent(8)', date: '2025-01', href: 'https://docs.example/agent' }],
    });
    expect(tests).toEqual([
      {
        name: 'bad',
        kind: 'plain',
        files: { 'a.txt': 'x' },
        status: 'found',
        at: ['a.txt:1'],
        text: ['One.'],
      },
      { name: 'none', files: {}, status: 'blocked' },
    ]);
  });
});
