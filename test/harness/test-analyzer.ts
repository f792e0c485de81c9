import { describe, expect, it } from 'vitest';

import {
  derivedFact,
  optional,
  type AnalyzerOutcome,
  type AnyAnalyzer,
  type Domain,
  type Evidence,
  type Finding,
  type HostHeader,
  type Report,
  type Severity,
} from '../../engine/api/index.ts';
import { answerSources } from '../../engine/run/answer.ts';
import { allThresholds } from '../../analyzers/all-thresholds.ts';
import { allKnowledge } from '../../analyzers/knowledge/all.ts';
import { profiles } from '../../analyzers/profiles.ts';
import { redaction } from '../../facts/redaction.ts';
import { hostname } from '../../facts/host/hostname.ts';
import { kinds } from '../../facts/kinds.ts';
import { tarOf } from './pack.ts';

/** A bundle in the test itself: address → text. What kind it is, its files tell. */
export type Files = Readonly<Record<string, string>>;

interface Case {
  readonly name: string;
  readonly files: Files;
  /** ISO 8601; the times of change of its files, which then lie in a tar. */
  readonly times?: Readonly<Record<string, string>>;
  /** Default: 2026. */
  readonly profile?: string;
  /** ISO 8601; default: unknown. */
  readonly collectedAt?: string;
  /** Thresholds that the user set, by id. */
  readonly thresholds?: Readonly<Record<string, number>>;
}

export interface AnalyzerCases {
  readonly found: readonly (Case & { readonly findings: readonly ExpectedFinding[] })[];
  readonly clean: readonly Case[];
  /** `missing` are the names of the facts that are not there. */
  readonly blocked: readonly (Case & { readonly missing?: readonly string[]; readonly reason?: string })[];
  readonly notApplicable?: readonly (Case & { readonly reason?: string })[];
}

export interface ExpectedFinding {
  readonly text: string;
  /** `entry:line` of every place cited, in order; `absent: <what>` for absences. */
  readonly at: readonly string[];
  readonly severity?: Severity;
}

/** Runs an analyzer over small bundles, and asks of the whole set what no single case can show. */
export function testAnalyzer(analyzer: AnyAnalyzer, cases: AnalyzerCases): void {
  describe(analyzer.id, () => {
    it.each(cases.found)('reports: $name', async (one) => {
      const { outcome, findings } = await judge(analyzer, one);
      expect(outcome).toMatchObject({ status: 'found' });
      expect(
        findings.map((finding) => ({ text: finding.message, at: finding.evidence.map(placeOf) })),
      ).toEqual(one.findings.map(({ text, at }) => ({ text, at })));
      for (const [index, { severity }] of one.findings.entries()) {
        if (severity) expect(findings[index]?.severity).toBe(severity);
      }
    });

    it.each(cases.clean)('is quiet: $name', async (one) => {
      const { outcome, findings } = await judge(analyzer, one);
      expect({ status: outcome?.status, reason: outcome?.reason, findings }).toEqual({
        status: 'clean',
        reason: undefined,
        findings: [],
      });
    });

    it.each(cases.blocked)('says it could not look: $name', async (one) => {
      const { outcome } = await judge(analyzer, one);
      expect(outcome?.status).toBe('blocked');
      if (one.missing) expect(outcome?.notSeen.map(({ fact }) => fact)).toEqual(one.missing);
      if (one.reason !== undefined) expect(outcome?.reason).toBe(one.reason);
    });

    if (cases.notApplicable) {
      it.each(cases.notApplicable)('does not apply: $name', async (one) => {
        const { outcome } = await judge(analyzer, one);
        expect(outcome?.status).toBe('not-applicable');
        if (one.reason !== undefined) expect(outcome?.reason).toBe(one.reason);
      });
    }

    it('is tested from every side', async () => {
      expect(cases.found.length, 'one bundle with the fault').toBeGreaterThan(0);
      expect(cases.clean.length, 'one bundle in order').toBeGreaterThan(0);
      expect(cases.blocked.length, 'one bundle without the input').toBeGreaterThan(0);
      const said = new Set<string>();
      for (const one of cases.found) {
        for (const { messageId } of (await judge(analyzer, one)).findings) said.add(messageId);
      }
      expect([...said].sort(), 'every message is said by some case').toEqual(
        Object.keys(analyzer.messages).sort(),
      );
    });
  });
}

/** One analyzer over one small bundle, through the whole engine. */
export async function judge(
  analyzer: AnyAnalyzer,
  { files, times, profile = '2026', collectedAt, thresholds = {} }: Omit<Case, 'name'>,
): Promise<{
  outcome: AnalyzerOutcome | undefined;
  findings: readonly Finding[];
  report: Report | undefined;
}> {
  const header = derivedFact({
    name: 'test.header',
    describes: 'The header of a bundle made for a test',
    // As in every domain, some fact beside those of the check makes a bundle of files.
    needs: { name: optional(hostname) },
    derive: (): HostHeader => ({
      fields: [],
      ...(collectedAt ? { collectedAt: new Date(collectedAt) } : {}),
    }),
  });
  const domain: Domain = {
    kinds,
    facts: [],
    analyzers: [analyzer],
    fleet: [],
    profiles,
    header,
    knowledge: allKnowledge,
    thresholds: allThresholds,
    redaction,
  };
  const all = { 'nothing.bin': '\u0001', ...files };
  const source = { kind: 'memory', name: 'test', files: times ? packed(all, times) : all } as const;
  const settings = { thresholds, packs: [] };
  const request = { command: 'analyze', profile, only: [], skip: [], settings } as const;
  const { reports } = await answerSources([source], request, domain);
  const [report] = reports;
  const broken = report?.problems.filter(({ code }) => code === 'parser-threw' || code === 'analyzer-threw');
  expect(broken ?? []).toEqual([]);
  if (!report) {
    // A bundle of nothing known has no report: every check is blocked for want of its inputs.
    const missing = Object.values(analyzer.needs as Record<string, any>).map((need) => ({
      fact: String(need.name ?? need.optional.name),
      status: 'absent' as const,
      lookedIn: [],
    }));
    return {
      outcome: { id: analyzer.id, status: 'blocked', seen: [], notSeen: missing },
      findings: [],
      report,
    };
  }
  const outcome = report.analyzers.find(({ id }) => id === analyzer.id);
  return { outcome, findings: report.findings, report };
}

/** `entry:line`, or what was looked for. */
export function placeOf(evidence: Evidence): string {
  if ('lookedFor' in evidence) return `absent: ${evidence.lookedFor}`;
  return evidence.line === undefined ? evidence.entry : `${evidence.entry}:${evidence.line}`;
}

function packed(files: Files, times: Readonly<Record<string, string>>): Readonly<Record<string, Uint8Array>> {
  const entries = Object.entries(files).map(([path, content]) => {
    const time = times[path];
    return { path, content, ...(time === undefined ? {} : { modified: new Date(time) }) };
  });
  return { 'test.tar': tarOf(entries) };
}
