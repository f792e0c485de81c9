import { describe, expect, it } from 'vitest';

import { defineAnalyzer, optional, textFact, type AnyAnalyzer, type Report } from '../engine/api/index.ts';
import { answerSources } from '../engine/run/answer.ts';
import { loadDomain } from '../cli/domain.ts';
import { health } from '../facts/mdatp/health.ts';
import { renderText } from '../report/text.ts';

/** What the product promises whatever is in a bundle, asked of the real domain with something planted in it. */

const HEALTH = 'healthy : false\nlicensed : true\napp_version : "101.26062.0005"\n';
const FILES = { 'health.txt': HEALTH, 'mount.txt': '/dev/sda1 on / type xfs (rw)\n' };

const about = {
  title: 'A planted check',
  why: 'It shows what becomes of it.',
  severity: 'low',
  confidence: 'certain',
  messages: { said: 'It spoke' },
  remediation: { steps: ['Leave it.'], links: [] },
  sources: [{ document: 'none', date: '2026-01' }],
} as const;

describe('a check that breaks', () => {
  const crashing = defineAnalyzer({
    ...about,
    id: 'planted/crash',
    needs: { health },
    evaluate() {
      throw new TypeError('planted crash');
    },
  });

  it('has failed, and every other check says what it said without it', async () => {
    const before = await reportOf(FILES, []);
    const after = await reportOf(FILES, [crashing]);
    expect(after.analyzers.find(({ id }) => id === 'planted/crash')).toMatchObject({
      status: 'failed',
      reason: 'planted crash',
    });
    expect(after.analyzers.filter(({ id }) => id !== 'planted/crash')).toEqual(before.analyzers);
    expect(after.findings).toEqual(before.findings);
    expect(after.findings.map(({ analyzer }) => analyzer)).toContain('health/unhealthy-agent');
  });

  it('is called a fault of ours in the text, and is no finding', async () => {
    const report = await reportOf(FILES, [crashing]);
    const text = textOf(report);
    expect(text).toContain('Failed, which is our fault\n  planted/crash: planted crash\n');
    expect(text).toContain('1 failed');
    expect(report.problems).toContainEqual({
      code: 'analyzer-threw',
      detail: 'planted/crash: planted crash',
    });
  });
});

describe('a parser that breaks', () => {
  const broken = textFact<string>({
    name: 'planted.broken',
    describes: 'A fact whose parser breaks',
    from: { plain: 'mount.txt' },
    parse() {
      throw new RangeError('planted crash');
    },
  });
  const asking = defineAnalyzer({
    ...about,
    id: 'planted/asks',
    needs: { broken },
    evaluate: () => [],
  });

  it('leaves the checks that need it without their input, and no other', async () => {
    const before = await reportOf(FILES, []);
    const after = await reportOf(FILES, [asking]);
    expect(after.analyzers.find(({ id }) => id === 'planted/asks')).toMatchObject({
      status: 'blocked',
      notSeen: [{ fact: 'planted.broken', status: 'unreadable' }],
    });
    expect(after.findings).toEqual(before.findings);
    expect(after.problems).toContainEqual({
      code: 'parser-threw',
      detail: 'planted.broken: planted crash',
      at: { entry: 'mount.txt' },
    });
  });
});

describe('an optional input that is missing', () => {
  const second = textFact({
    name: 'planted.second',
    describes: 'A second input',
    collect: { title: 'second', command: 'cat /second > second.txt' },
    from: { plain: 'second.txt' },
    parse: ({ text }) => text,
  });
  const partly = defineAnalyzer({
    ...about,
    id: 'planted/partly',
    needs: { health, second: optional(second) },
    evaluate: () => [],
  });

  it('turns clean into clean as far as seen', async () => {
    const whole = await reportOf({ ...FILES, 'second.txt': 'there\n' }, [partly]);
    expect(outcomeOf(whole)).toEqual({
      id: 'planted/partly',
      status: 'clean',
      seen: [
        { fact: 'mdatp.health', entries: ['health.txt'] },
        { fact: 'planted.second', entries: ['second.txt'] },
      ],
      notSeen: [],
    });
    const less = await reportOf(FILES, [partly]);
    expect(outcomeOf(less)).toEqual({
      id: 'planted/partly',
      status: 'clean',
      seen: [{ fact: 'mdatp.health', entries: ['health.txt'] }],
      notSeen: [
        {
          fact: 'planted.second',
          status: 'absent',
          lookedIn: ['second.txt'],
          collect: { title: 'second', command: 'cat /second > second.txt' },
        },
      ],
    });
  });

  it('is counted apart in the text', async () => {
    const only = (files: Readonly<Record<string, string>>): Promise<Report> =>
      reportOf(files, [partly], ['planted/partly']);
    expect(textOf(await only({ ...FILES, 'second.txt': 'there\n' }))).toContain('  1 in order · 0 not');
    expect(textOf(await only(FILES))).toContain('  0 in order · 1 in order as far as seen · 0 not');
  });

  function outcomeOf({ analyzers }: Report): Report['analyzers'][number] | undefined {
    return analyzers.find(({ id }) => id === 'planted/partly');
  }
});

describe('what is asked', () => {
  it('does not change what is known of a bundle', async () => {
    const all = await reportOf(FILES, []);
    const one = await reportOf(FILES, [], ['sizing/too-few-cores']);
    expect([one.bundle, one.entries, one.problems]).toEqual([all.bundle, all.entries, all.problems]);
  });

  it('does not make a known file unknown: no analyzer needs to ask for it', async () => {
    const report = await reportOf({ 'mount.txt': FILES['mount.txt'] }, [], ['health/unhealthy-agent']);
    expect(report.entries).toEqual({ total: 1, recognised: 1, unrecognised: 0 });
  });
});

async function reportOf(
  files: Readonly<Record<string, string>>,
  planted: readonly AnyAnalyzer[],
  only: readonly string[] = [],
): Promise<Report> {
  const real = loadDomain();
  const domain = { ...real, analyzers: [...real.analyzers, ...planted] };
  const request = { command: 'analyze', profile: '2026', only, skip: [] } as const;
  const { reports } = await answerSources([{ kind: 'memory', name: 'test', files }], request, domain);
  const [report] = reports;
  if (!report) throw new Error('There is no report');
  return report;
}

function textOf(report: Report): string {
  const file = { schema: 1, tool: { name: 'bundlescope', version: '0' }, reports: [report] } as const;
  return renderText(file, { color: false, width: 100, minSeverity: 'info' });
}
