import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { loadDomain } from '../cli/domain.ts';
import type { Report } from '../engine/api/index.ts';
import { redactBundle } from '../engine/redact/bundle/redact-bundle.ts';
import { openSources } from '../engine/run/open-sources.ts';
import { packSample, readSample, sampleNames } from './harness/pack-sample.ts';
import { temporaryFolder } from './harness/temporary-folder.ts';

const folder = temporaryFolder();
const domain = loadDomain();

describe('a redacted bundle', () => {
  it.each(sampleNames())(
    'gives the findings, checks, places and problems of %s',
    async (name) => {
      const path = join(folder.path, readSample(name).archive);
      const output = join(folder.path, `${name}.redacted.tar.gz`);
      writeFileSync(path, packSample(name));
      await redactBundle({ path, output, keepBinary: false }, domain, { notes: () => 'Redacted\n' });
      const before = await reportsOf(path);
      const after = await reportsOf(output);
      expect(after.map(judgedIn)).toEqual(before.map(judgedIn));
      // Each name of a host is gone, from names of files too.
      for (const host of before.map(({ bundle }) => bundle.host['name']?.split('.')[0] ?? 'none at all'))
        expect(JSON.stringify(after)).not.toContain(host);
    },
    60_000,
  );
});

async function reportsOf(path: string): Promise<readonly Report[]> {
  const reports: Report[] = [];
  const asked = { command: 'analyze', profile: 'auto', only: [], skip: [] } as const;
  for await (const { bundles } of openSources([{ kind: 'path', path }], asked, domain))
    reports.push(...bundles.map(({ report }) => report));
  return reports;
}

function judgedIn({ bundle, findings, analyzers, problems, entries }: Report): unknown {
  return {
    kind: bundle.kind,
    collectedAt: bundle.collectedAt,
    recognised: entries.recognised,
    findings: findings.map(({ analyzer, severity, confidence, evidence }) => ({
      analyzer,
      is: `${severity} ${confidence}`,
      at: evidence.map((one) =>
        'lookedFor' in one ? one.role : `${one.role} ${one.entry}:${one.line}-${one.endLine}`,
      ),
    })),
    checks: analyzers.map(({ id, status, notSeen }) => [id, status, notSeen.map(({ fact }) => fact)]),
    problems: problems.map(({ code, at }) => [code, at?.entry, at?.line]),
  };
}
