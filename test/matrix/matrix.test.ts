import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Report } from '../../engine/api/index.ts';
import { loadDomain } from '../../cli/domain.ts';
import { kinds, type KindId } from '../../facts/kinds.ts';
import type { ExpectedFile, ExpectedReport } from '../harness/expected-report.ts';
import { SAMPLES } from '../harness/pack-sample.ts';
import { allPlants } from './all.ts';
import { HEALTHY, healthyReport, reportOf } from './healthy.ts';
import { consequencesIn } from './plants.ts';
import { UNPLANTED } from './unplanted.ts';

// The kinds are those that `KindId` lists.
const KINDS = kinds.map(({ id }) => id as KindId);
const healthy = new Map(
  await Promise.all(KINDS.map(async (kind) => [kind, await healthyReport(kind)] as const)),
);

describe.each(KINDS)('healthy bundle: %s', (kind) => {
  it('is read as its kind, and judged as the archive of the sample is', () => {
    const path = join(SAMPLES, HEALTHY[kind], 'expected.json');
    // The file is ours.
    const { reports } = JSON.parse(readFileSync(path, 'utf8')) as ExpectedFile;
    const report = healthy.get(kind);
    expect(report?.bundle.kind).toBe(kind);
    expect(statuses(report)).toEqual(statusesIn(reports[0]));
  });

  it('has nothing above info in it, and nothing that could not be read', () => {
    const report = healthy.get(kind);
    expect(report?.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(report?.problems).toEqual([]);
  });
});

const cases = allPlants.flatMap((plant) =>
  KINDS.flatMap((kind) => {
    const edits = plant.in[kind];
    const named = plant.name === undefined ? '' : `: ${plant.name}`;
    return edits ? [{ title: `${plant.analyzer} in ${kind}${named}`, plant, kind, edits }] : [];
  }),
);

describe('a fault planted alone', () => {
  it.each(cases)('$title', async ({ plant, kind, edits }) => {
    const report = await reportOf(kind, edits, plant.profile);
    const { findings } = await healthyReport(kind, plant.profile);
    const before = new Set(findings.map(({ fingerprint }) => fingerprint));
    const fresh = report.findings.filter(({ fingerprint }) => !before.has(fingerprint));
    const own = fresh.filter(({ analyzer }) => analyzer === plant.analyzer);
    const others = new Set(fresh.map(({ analyzer }) => analyzer).filter((id) => id !== plant.analyzer));
    expect({ own: own.length, others: [...others].sort() }).toEqual({
      own: plant.findings ?? 1,
      others: [...consequencesIn(plant, kind)].sort(),
    });
    expect(report.analyzers.filter(({ status }) => status === 'failed')).toEqual([]);
  });
});

describe('the matrix', () => {
  const { analyzers } = loadDomain();

  it('plants a fault for each analyzer in each kind whose healthy bundle it judges', () => {
    const lacking = KINDS.flatMap((kind) =>
      analyzers
        .filter(({ id }) => isJudged(healthy.get(kind), id) && !isPlanted(id, kind) && !isLeftOut(id, kind))
        .map(({ id }) => `${id} in ${kind}`),
    );
    expect(lacking).toEqual([]);
  });

  it('names analyzers that there are, and leaves out none that is planted', () => {
    const known = new Set(analyzers.map(({ id }) => id));
    const named = allPlants.flatMap((plant) => [
      plant.analyzer,
      ...KINDS.flatMap((kind) => consequencesIn(plant, kind)),
    ]);
    const unknown = [...named, ...UNPLANTED.map(({ analyzer }) => analyzer)].filter((id) => !known.has(id));
    const planted = UNPLANTED.filter((one) =>
      (one.kinds ?? KINDS).every((kind) => isPlanted(one.analyzer, kind)),
    );
    expect({ unknown, planted }).toEqual({ unknown: [], planted: [] });
  });
});

function statuses(report: Report | undefined): readonly string[] {
  return report?.analyzers.map(({ id, status }) => `${id} ${status}`) ?? [];
}

function statusesIn(report: ExpectedReport | undefined): readonly string[] {
  return Object.entries(report?.outcomes ?? {})
    .flatMap(([status, outcomes]) => outcomes.map((one) => `${one.split(':', 1)[0]} ${status}`))
    .sort();
}

function isJudged(report: Report | undefined, id: string): boolean {
  const status = report?.analyzers.find((one) => one.id === id)?.status;
  return status === 'clean' || status === 'found';
}

function isPlanted(id: string, kind: KindId): boolean {
  return allPlants.some((plant) => plant.analyzer === id && plant.in[kind] !== undefined);
}

function isLeftOut(id: string, kind: KindId): boolean {
  return UNPLANTED.some(({ analyzer, kinds: only }) => analyzer === id && (only?.includes(kind) ?? true));
}
