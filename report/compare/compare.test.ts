import { describe, expect, it } from 'vitest';

import type { AnalyzerStatus, Finding, Report } from '../../engine/api/index.ts';
import { compare, type Comparison } from './compare.ts';

interface Given {
  readonly findings?: readonly Partial<Finding>[];
  readonly statuses?: Readonly<Record<string, AnalyzerStatus>>;
  readonly host?: string;
  readonly kind?: string;
  readonly collectedAt?: string;
}

function report({
  findings = [],
  statuses = {},
  host = 'web-01.example',
  kind = 'sosreport',
  collectedAt = '2026-10-01T08:00:00Z',
}: Given): Report {
  return {
    profile: { id: '2026', chosen: 'by-date' },
    settings: { thresholds: [], knowledge: [] },
    bundle: {
      ...{ name: 'case.tar.gz', sha256: 'a'.repeat(64), bytes: 1, kind, root: '', collectedAt },
      host: { name: host },
    },
    findings: findings.map((one) => finding(one)),
    analyzers: Object.entries(statuses).map(([id, status]) => ({ id, status, seen: [], notSeen: [] })),
    problems: [],
    facts: { schema: 1, excerpts: [] },
    entries: { total: 1, recognised: 1, unrecognised: 0 },
    ended: 'complete',
  };
}

function finding(given: Partial<Finding>): Finding {
  return {
    ...{ fingerprint: '0'.repeat(16), analyzer: 'sizing/var-nearly-full', severity: 'high' },
    ...{ confidence: 'certain', title: 'Nearly full', message: '', messageId: 'full', params: {}, why: '' },
    ...{ becauseOf: [], evidence: [], remediation: { steps: [], commands: [], links: [] } },
    ...{ profile: '2026', sources: [] },
    ...given,
  };
}

const messages = ({ findings }: Comparison): unknown => ({
  appeared: findings.appeared.map(({ finding: { message }, looked }) => [message, looked]),
  gone: findings.gone.map(({ finding: { message }, other }) => [message, other]),
  severity: findings.severity.map(({ finding: { message }, was }) => [message, was]),
  reworded: findings.reworded.map(({ finding: { message }, was }) => [message, was]),
  same: findings.same.map(({ message }) => message),
});

describe('compare', () => {
  it('tells new, gone, changed and unchanged findings apart', () => {
    const old = report({
      findings: [
        { fingerprint: 'a'.repeat(16), message: 'stays' },
        { fingerprint: 'b'.repeat(16), message: 'gets worse', severity: 'low' },
        { fingerprint: 'c'.repeat(16), message: '/var is 91 % full' },
        { fingerprint: 'd'.repeat(16), analyzer: 'health/unhealthy-agent', message: 'was ill' },
      ],
      statuses: { 'health/unhealthy-agent': 'found', 'install/service-not-running': 'clean' },
    });
    const now = report({
      findings: [
        { fingerprint: 'b'.repeat(16), message: 'gets worse', severity: 'critical' },
        { fingerprint: 'e'.repeat(16), analyzer: 'install/service-not-running', message: 'stopped' },
        { fingerprint: 'a'.repeat(16), message: 'stays' },
        { fingerprint: 'c'.repeat(16), message: '/var is 97 % full' },
      ],
      statuses: { 'health/unhealthy-agent': 'clean', 'install/service-not-running': 'found' },
    });
    expect(messages(compare({ report: old }, { report: now }))).toEqual({
      appeared: [['stopped', true]],
      gone: [['was ill', 'clean']],
      severity: [['gets worse', 'low']],
      reworded: [['/var is 97 % full', '/var is 91 % full']],
      same: ['stays'],
    });
  });

  it('does not take for gone what could not be looked at', () => {
    const old = report({
      findings: [{ message: 'was ill' }],
      statuses: { 'sizing/var-nearly-full': 'found' },
    });
    const now = report({ statuses: { 'sizing/var-nearly-full': 'blocked' } });
    const [gone] = compare({ report: old }, { report: now }).findings.gone;
    expect([gone?.other, gone?.looked]).toEqual(['blocked', false]);
  });

  it('takes the same check about something else for another finding', () => {
    const old = report({ findings: [{ fingerprint: 'a'.repeat(16), message: '/tmp is excluded' }] });
    const now = report({ findings: [{ fingerprint: 'b'.repeat(16), message: '/home is excluded' }] });
    expect(messages(compare({ report: old }, { report: now }))).toMatchObject({
      appeared: [['/home is excluded', false]],
      gone: [['/tmp is excluded', undefined]],
    });
  });

  it('says what else makes two bundles differ', () => {
    const old = report({ host: 'web-01.example', collectedAt: '2026-10-09T00:00:00Z' });
    const now = report({ host: 'db-01.example', kind: 'supportconfig' });
    expect(compare({ report: old }, { report: now }).caveats).toEqual([
      'other-host',
      'other-kind',
      'reversed',
    ]);
  });

  it('names the cell of a row that changed', () => {
    const facts = (mode: string) => [
      {
        name: 'f',
        title: 'F',
        columns: ['mode', 'owner'],
        rows: [{ key: '/sbin/x', cells: [mode, 'root'] }],
      },
    ];
    const compared = compare(
      { report: report({}), facts: facts('-rw') },
      { report: report({}), facts: facts('-rwx') },
    );
    expect(compared.facts?.[0]?.changes).toEqual([
      { key: '/sbin/x', column: 'mode', old: '-rw', new: '-rwx' },
    ]);
  });

  it('compares facts value by value, and files by their paths', () => {
    const fact = (rows: readonly (readonly [string, string])[]) => [
      { name: 'x', title: 'X', columns: [], rows: rows.map(([key, ...cells]) => ({ key, cells })) },
    ];
    const compared = compare(
      {
        report: report({}),
        facts: fact([
          ['version', '1'],
          ['path', '/a'],
          ['path', '/b'],
          ['path', '/b'],
        ]),
        files: [
          { path: 'etc/hosts', size: 1 },
          { path: 'old.log', size: 1 },
        ],
      },
      {
        report: report({}),
        facts: fact([
          ['version', '2'],
          ['path', '/b'],
          ['path', '/a'],
          ['mode', 'on'],
        ]),
        files: [{ path: 'etc/hosts', size: 2 }],
      },
    );
    expect(compared.facts).toEqual([
      {
        name: 'x',
        title: 'X',
        changes: [
          { key: 'version', old: '1', new: '2' },
          { key: 'path', old: '/b' },
          { key: 'mode', new: 'on' },
        ],
      },
    ]);
    expect(compared.files).toEqual({ onlyOld: ['old.log'], onlyNew: [] });
  });
});
