import { describe, expect, it } from 'vitest';

import { hostileFile } from '../../test/exports/hostile-report.ts';
import { renderJson } from '../json.ts';
import { lifted, type Lift } from './lifts.ts';
import { looksLikeReport, readReport } from './read-report.ts';

const [hostile] = hostileFile.reports;
const [first] = hostile?.findings ?? [];
if (!hostile || !first) throw new Error('a finding');

/** A link that is https, as the schema wants it, and yet leads where no check leads. */
const ELSEWHERE = { label: 'Look here', href: 'https://evil.example/' } as const;
const OURS = { label: 'Updates', href: 'https://learn.microsoft.com/linux-updates' } as const;
const finding = { ...first, remediation: { ...first.remediation, links: [ELSEWHERE, OURS] } };
const report = { ...hostile, findings: [finding] };
const file = { ...hostileFile, reports: [report] };

const changed = (change: object): string => JSON.stringify({ ...file, ...change });
const withFinding = (change: object): string =>
  changed({ reports: [{ ...report, findings: [{ ...finding, ...change }] }] });

describe('readReport', () => {
  it('gives back what was written, but for links that no check brings', () => {
    const read = readReport(renderJson(file));
    if (!read.ok) throw new Error(JSON.stringify(read));
    const kept = { ...finding, remediation: { ...finding.remediation, links: [OURS] } };
    expect(read.file).toEqual({ ...file, reports: [{ ...report, findings: [kept] }] });
  });

  it('lifts a report of the first schema', () => {
    const read = readReport(changed({ schema: 1 }));
    expect(read).toMatchObject({ ok: true, file: { schema: 2, reports: [{ ended: 'damaged' }] } });
  });

  it('refuses links that are none of the web', () => {
    const links = [{ label: 'x', href: 'javascript:alert(1)' }];
    expect(readReport(withFinding({ remediation: { ...finding.remediation, links } }))).toMatchObject({
      ok: false,
      why: 'wrong-shape',
    });
  });

  it.each([
    ['', { ok: false, why: 'no-json' }],
    ['{', { ok: false, why: 'no-json' }],
    ['[]', { ok: false, why: 'other-json' }],
    ['null', { ok: false, why: 'other-json' }],
    ['{"schema":1,"tool":null}', { ok: false, why: 'other-json' }],
    ['{"schema":1,"tool":{"name":"another"},"reports":[]}', { ok: false, why: 'other-json' }],
    [changed({ schema: 0 }), { ok: false, why: 'other-json' }],
    [changed({ schema: 99 }), { ok: false, why: 'newer', schema: 99 }],
    [changed({ extra: 1 }), { ok: false, why: 'wrong-shape', place: '' }],
    [
      withFinding({ severity: 'awful' }),
      { ok: false, why: 'wrong-shape', place: 'reports.0.findings.0.severity' },
    ],
    [
      withFinding({ evidence: [] }),
      { ok: false, why: 'wrong-shape', place: 'reports.0.findings.0.evidence' },
    ],
    [withFinding({ title: 3 }), { ok: false, why: 'wrong-shape', place: 'reports.0.findings.0.title' }],
  ])('says what a file is that is no report of this shape: %.60s', (text, expected) => {
    expect(readReport(text)).toEqual(expected);
  });

  it('is not fooled by names of prototypes', () => {
    const text = withFinding({}).replace('"params":{', '"params":{"__proto__":"x",');
    expect(readReport(text).ok).toBe(true);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('looksLikeReport', () => {
  it('knows a report by its beginning, however it is set', () => {
    expect(looksLikeReport(renderJson(hostileFile).slice(0, 256))).toBe(true);
    expect(looksLikeReport(JSON.stringify(hostileFile).slice(0, 256))).toBe(true);
    expect(looksLikeReport('{"schema":1,"name":"bundlescope"}')).toBe(false);
    expect(looksLikeReport('PK\u0003\u0004')).toBe(false);
  });
});

describe('lifted', () => {
  /** Two schemas that never were: the first knew one host, the second gave it a list. */
  const steps = new Map<number, Lift>([
    [1, ({ host, ...rest }) => ({ ...rest, hosts: [host] })],
    [2, ({ hosts, ...rest }) => ({ ...rest, reports: (hosts as string[]).map((name) => ({ name })) })],
  ]);

  it('goes step by step from whatever schema', () => {
    expect(lifted({ schema: 1, host: 'db-01' }, 3, steps)).toEqual({
      schema: 3,
      reports: [{ name: 'db-01' }],
    });
    expect(lifted({ schema: 2, hosts: ['a', 'b'] }, 3, steps)).toEqual({
      schema: 3,
      reports: [{ name: 'a' }, { name: 'b' }],
    });
    expect(lifted({ schema: 3, reports: [] }, 3, steps)).toEqual({ schema: 3, reports: [] });
  });

  it('has nothing to say of a schema that never was', () => {
    expect(lifted({ schema: 0 }, 3, steps)).toBeUndefined();
  });
});
