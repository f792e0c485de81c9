import { describe, expect, it } from 'vitest';

import type {
  AnyFact,
  AnyFleetAnalyzer,
  Domain,
  FleetReport,
  Report,
  Severity,
} from '../../engine/api/index.ts';
import { answerSources } from '../../engine/run/answer.ts';
import { judgeFleet } from '../../engine/run/judge-fleet.ts';
import { allThresholds } from '../../analyzers/all-thresholds.ts';
import { profiles } from '../../analyzers/profiles.ts';
import { redaction } from '../../facts/redaction.ts';
import { header } from '../../facts/header.ts';
import { kinds } from '../../facts/kinds.ts';
import type { Files } from './test-analyzer.ts';

interface FleetCase {
  readonly name: string;
  /** One bundle of plain files for each host. */
  readonly bundles: readonly Files[];
  /** Thresholds that the user set, by id. */
  readonly thresholds?: Readonly<Record<string, number>>;
}

export interface FleetCases {
  readonly found: readonly (FleetCase & {
    readonly findings: readonly {
      readonly text: string;
      /** `bundle:entry:line` of every place cited, in order; bundles count from 0. */
      readonly at: readonly string[];
      readonly severity?: Severity;
    }[];
  })[];
  readonly clean: readonly FleetCase[];
  readonly blocked: readonly (FleetCase & { readonly reason?: string })[];
}

/** Runs a check of several hosts over the reports of small bundles, through the whole engine. */
export function testFleetAnalyzer(analyzer: AnyFleetAnalyzer, cases: FleetCases): void {
  describe(analyzer.id, () => {
    it.each(cases.found)('reports: $name', async (one) => {
      const { findings } = await compared(analyzer, one);
      expect(
        findings.map(({ message, evidence }) => ({
          text: message,
          at: evidence.map(({ bundle, entry, line }) => `${bundle}:${entry}:${line}`),
        })),
      ).toEqual(one.findings.map(({ text, at }) => ({ text, at })));
      for (const [index, { severity }] of one.findings.entries()) {
        if (severity) expect(findings[index]?.severity).toBe(severity);
      }
    });

    it.each(cases.clean)('is quiet: $name', async (one) => {
      const { analyzers, findings } = await compared(analyzer, one);
      expect(findings).toEqual([]);
      expect(analyzers).toMatchObject([{ status: 'clean' }]);
    });

    it.each(cases.blocked)('says it could not look: $name', async (one) => {
      const { analyzers } = await compared(analyzer, one);
      expect(analyzers).toMatchObject([{ status: 'blocked', ...(one.reason ? { reason: one.reason } : {}) }]);
    });

    it('is tested from every side', async () => {
      const said = new Set<string>();
      for (const one of cases.found) {
        for (const { messageId } of (await compared(analyzer, one)).findings) said.add(messageId);
      }
      expect([...said].sort(), 'every message is said by some case').toEqual(
        Object.keys(analyzer.messages as object).sort(),
      );
    });

    it('compares fields that reports keep', () => {
      const needs = Object.values(
        analyzer.needs as Record<string, { readonly fact: AnyFact; readonly field: string }>,
      );
      expect(needs.map(({ fact, field }) => fact.fields?.[field]?.fleet)).toEqual(needs.map(() => true));
    });
  });
}

async function compared(
  analyzer: AnyFleetAnalyzer,
  { bundles, thresholds = {} }: FleetCase,
): Promise<FleetReport> {
  const needs = Object.values(analyzer.needs as Record<string, { readonly fact: AnyFact }>);
  const domain: Domain = {
    kinds,
    facts: [...new Set(needs.map(({ fact }) => fact))],
    analyzers: [],
    fleet: [analyzer],
    profiles,
    header,
    knowledge: [],
    thresholds: allThresholds,
    redaction,
  };
  const reports: Report[] = [];
  for (const [index, files] of bundles.entries()) {
    const source = {
      kind: 'memory',
      name: `bundle-${index}`,
      files: { 'nothing.bin': '\u0001', ...files },
    } as const;
    const request = { command: 'analyze', profile: 'auto', only: [], skip: [] } as const;
    reports.push(...(await answerSources([source], request, domain)).reports);
  }
  const context = {
    threshold: ({ id, default: shipped }: { id: string; default: number }) => thresholds[id] ?? shipped,
  };
  return judgeFleet(reports, domain.fleet, context);
}
