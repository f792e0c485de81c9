import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportFile } from '../engine/api/index.ts';
import { analyzeSample } from './harness/analyze-sample.ts';
import { expectedFile, type ExpectedFile, type ExpectedFinding } from './harness/expected-report.ts';
import { packSample, readSample, SAMPLES, sampleNames } from './harness/pack-sample.ts';

/** One of each kind of bundle. */
const HEALTHY = sampleNames().filter((name) => readSample(name).planted.length === 0);
const ILL = sampleNames().filter((name) => readSample(name).planted.length > 0);

describe('samples', () => {
  it('are a healthy host of every kind of bundle, and ill ones of every kind', () => {
    const kindsOf = (names: readonly string[]): readonly string[] =>
      [...new Set(names.flatMap((name) => reportsOf(name).map(({ bundle }) => bundle.kind)))].sort();
    const every = ['client-analyzer', 'mdatp-diagnostic', 'plain', 'sosreport', 'supportconfig'];
    expect(kindsOf(HEALTHY)).toEqual(every);
    expect(kindsOf(ILL)).toEqual(every);
    expect(HEALTHY.length).toBe(5);
    expect(sampleNames().length).toBeGreaterThanOrEqual(14);
  });

  it.each(sampleNames())('%s is packed into the same bytes every time', (name) => {
    expect(packSample(name).equals(packSample(name))).toBe(true);
  });

  it.each(sampleNames())('%s gives the report that is stored with it', (name) => {
    const printed = JSON.parse(analyzeSample(name, 'json')) as ReportFile;
    expect(expectedFile(printed).reports).toEqual(reportsOf(name));
  });

  it.each(sampleNames())('%s lets no analyzer fail', (name) => {
    expect(reportsOf(name).flatMap(({ outcomes }) => outcomes['failed'])).toEqual([]);
  });

  it.each(HEALTHY)('%s has nothing wrong in it, and at most five notes', (name) => {
    const findings = reportsOf(name).flatMap((report) => report.findings);
    const problems = reportsOf(name).flatMap((report) => report.problems);
    expect(findings.filter(isFault)).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(5);
    expect(problems).toEqual([]);
  });

  it.each(ILL)('%s shows what was planted in it', (name) => {
    const found = new Set(
      reportsOf(name).flatMap(({ findings }) => findings.map(({ analyzer }) => analyzer)),
    );
    expect(readSample(name).planted.filter((id) => !found.has(id))).toEqual([]);
  });

  it('proxy-ubuntu-24.04 hangs from one root', () => {
    const findings = reportsOf('proxy-ubuntu-24.04').flatMap((report) => report.findings);
    const roots = findings.filter((finding) => isFault(finding) && finding.because === undefined);
    expect(roots.map(({ analyzer }) => analyzer)).toEqual(['connectivity/authenticated-proxy']);
  });

  it('three-hosts gives a report for each host, and nothing of one shows in another', () => {
    const found = reportsOf('three-hosts').map(({ bundle, findings }) => [
      bundle.host['name'],
      findings.filter(isFault).length > 0,
    ]);
    expect(found).toEqual([
      ['file-13', false],
      ['web-11', true],
      ['web-12', true],
    ]);
  });
});

function isFault({ is }: ExpectedFinding): boolean {
  return !is.startsWith('info ');
}

function reportsOf(name: string): ExpectedFile['reports'] {
  // The file is ours.
  const stored = JSON.parse(readFileSync(join(SAMPLES, name, 'expected.json'), 'utf8')) as ExpectedFile;
  return stored.reports;
}
