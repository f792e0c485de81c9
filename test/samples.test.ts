import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyzeSample, expectedReport } from './harness/analyze-sample.ts';
import { packSample, SAMPLES, sampleNames } from './harness/pack-sample.ts';

interface Reported {
  readonly reports: readonly {
    readonly findings: readonly { readonly analyzer: string; readonly severity: string }[];
    readonly analyzers: readonly { readonly id: string; readonly status: string }[];
    readonly problems: readonly unknown[];
  }[];
}

/** One of each kind of bundle. */
const HEALTHY = [
  'healthy-diagnostic-ubuntu-24.04',
  'healthy-plain-debian-12',
  'healthy-sosreport-rhel-9',
  'healthy-supportconfig-sles-15',
  'healthy-ubuntu-22.04',
];

/** What was planted in each of the others. */
const ILL: Readonly<Record<string, readonly string[]>> = {
  'ill-rhel-8.10': [
    'conflict/conflicting-applications',
    'conflict/fapolicyd-active',
    'conflict/third-party-protection',
    'exclusions/dangerous-folder',
    'filesystem/unprotected-filesystem',
    'health/outdated-definitions',
    'health/unhealthy-agent',
    'install/daemon-not-executable',
    'sizing/var-nearly-full',
  ],
  'old-rhel-6.9': [
    'health/not-onboarded',
    'platform/rhel6-unlisted-kernel',
    'sizing/too-few-cores',
    'sizing/too-little-memory',
  ],
  'proxy-debian-12': ['connectivity/authenticated-proxy', 'install/missing-deb-dependencies'],
};

describe('samples', () => {
  it('are those that are named here', () => {
    expect(sampleNames()).toEqual([...HEALTHY, ...Object.keys(ILL)].sort());
  });

  it.each(sampleNames())('%s is packed into the same bytes every time', (name) => {
    expect(packSample(name).equals(packSample(name))).toBe(true);
  });

  it.each(sampleNames())('%s gives the report that is stored with it', (name) => {
    const stored = JSON.parse(readFileSync(join(SAMPLES, name, 'expected.json'), 'utf8')) as unknown;
    expect(expectedReport(analyzeSample(name, 'json'))).toEqual(stored);
  });

  it.each(sampleNames())('%s lets no analyzer fail', (name) => {
    const failed = reportOf(name).analyzers.filter(({ status }) => status === 'failed');
    expect(failed).toEqual([]);
  });

  it.each(HEALTHY)('%s has nothing wrong in it, and at most five notes', (name) => {
    const { findings, problems } = reportOf(name);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(5);
    expect(problems).toEqual([]);
  });

  it.each(Object.entries(ILL))('%s shows what was planted in it', (name, planted) => {
    const found = new Set(reportOf(name).findings.map(({ analyzer }) => analyzer));
    expect(planted.filter((id) => !found.has(id))).toEqual([]);
  });
});

function reportOf(name: string): Reported['reports'][number] {
  const { reports } = JSON.parse(readFileSync(join(SAMPLES, name, 'expected.json'), 'utf8')) as Reported;
  const [report] = reports;
  if (!report) throw new Error(`${name} has no report`);
  return report;
}
