import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { renderSarif } from '../../report/sarif/report-sarif.ts';
import { WHOLE } from '../../report/view.ts';
import { analyzeSample } from '../harness/analyze-sample.ts';
import { HOSTILE, hostileFile } from './hostile-report.ts';

/** The published schema, as a package brings it; its draft is older than what reads it, and differs in how it names itself. */
const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
const published = JSON.parse(
  readFileSync(path.replace(/lib\/index\.js$/u, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as Record<string, unknown>;
const { $schema: _draft, id: _id, ...schema } = published;
const ajv = new Ajv({
  strict: false,
  // One of its expressions is no expression of today's stricter reading.
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': /^[\w!#$%&'()*+,./:;=?@[\]~-]*$/u,
    'date-time': true,
  },
});
const fits = ajv.compile(schema);

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: { readonly startLine: number; readonly snippet?: { readonly text: string } };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  readonly message?: { readonly text: string };
}

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[];
      };
    };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly object[];
    }[];
    readonly logicalLocations: readonly {
      readonly fullyQualifiedName: string;
      readonly parentIndex?: number;
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly Location[];
      readonly relatedLocations?: readonly Location[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions?: readonly object[];
    }[];
  }[];
}

const logOf = (file: ReportFile, view = WHOLE): Log => JSON.parse(renderSarif(file, view)) as Log;
const sample = (name: string): ReportFile => JSON.parse(analyzeSample(name, 'json')) as ReportFile;

describe('SARIF', () => {
  it.each(['ill-rhel-8.10', 'three-hosts', 'healthy-plain-debian-12'])(
    'fits the published schema: %s',
    (name) => {
      expect(fits(logOf(sample(name))), JSON.stringify(fits.errors?.slice(0, 5))).toBe(true);
    },
  );

  it('fits the published schema, whatever the report holds', () => {
    expect(fits(logOf(hostileFile)), JSON.stringify(fits.errors?.slice(0, 5))).toBe(true);
  });

  it('is held against a schema that refuses what is wrong', () => {
    const [run] = logOf(hostileFile).runs;
    expect(fits({ version: '2.1.0', runs: [{ ...run, results: [{ message: 'text' }] }] })).toBe(false);
  });

  it('has a rule with help for every result, and the fingerprint of every finding', () => {
    const file = sample('ill-rhel-8.10');
    const [run] = logOf(file).runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(run?.results.filter(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id !== ruleId)).toEqual([]);
    expect(rules.filter(({ help }) => help.text.length < 20)).toEqual([]);
    expect(run?.results.map(({ partialFingerprints }) => partialFingerprints['bundlescope/v1'])).toEqual(
      file.reports[0]?.findings.map(({ fingerprint }) => fingerprint),
    );
  });

  it('cites the line itself, and relates what stands against it', () => {
    const [run] = logOf(sample('ill-rhel-8.10')).runs;
    const daemon = run?.results.find(({ ruleId }) => ruleId === 'install/daemon-not-executable');
    expect(daemon?.level).toBe('error');
    expect(daemon?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'mde_directories.txt' },
      region: { startLine: 12, snippet: { text: '-rw-r--r--. 1 root root 4211816 Aug 11 09:40 wdavdaemon' } },
    });
    const conflict = run?.results.find(({ relatedLocations }) =>
      relatedLocations?.some(({ message }) => message?.text === 'conflicts with'),
    );
    expect(conflict?.ruleId).toMatch(/^conflict\//u);
  });

  it('names every archive on the way to a member', () => {
    const [report] = hostileFile.reports;
    const [finding] = report?.findings ?? [];
    if (!report || !finding) throw new Error('a finding');
    const evidence = [{ role: 'subject' as const, entry: 'odd!!a.zip!/b.tar!/etc/hosts', line: 3 }];
    const file = { ...hostileFile, reports: [{ ...report, findings: [{ ...finding, evidence }] }] };
    const [run] = logOf(file).runs;
    expect(run?.results[0]?.locations[0]?.logicalLocations).toEqual([
      { fullyQualifiedName: 'odd!!a.zip!/b.tar!/etc/hosts' },
    ]);
    expect(
      run?.logicalLocations.map(({ fullyQualifiedName, parentIndex }) => [fullyQualifiedName, parentIndex]),
    ).toEqual([
      ['odd!!a.zip', undefined],
      ['odd!!a.zip!/b.tar', 0],
      ['odd!!a.zip!/b.tar!/etc/hosts', 1],
    ]);
  });

  it('says what was not looked at, and suppresses what a person judged as not relevant', () => {
    const [report] = hostileFile.reports;
    const fingerprint = report?.findings[0]?.fingerprint ?? '';
    const notes = new Map([[fingerprint, { state: 'not-relevant', reason: 'a test host' } as const]]);
    const [run] = logOf(hostileFile, { ...WHOLE, notes }).runs;
    expect(run?.invocations[0]?.executionSuccessful).toBe(false);
    expect(run?.invocations[0]?.toolExecutionNotifications.length).toBeGreaterThan(HOSTILE.length);
    expect(run?.results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'not relevant · a test host' },
    ]);
    expect(run?.results[1]?.suppressions).toBeUndefined();
  });

  it('makes no link and no place of an argument of what the data holds', () => {
    const texts = messagesIn(logOf(hostileFile));
    expect(texts.length).toBeGreaterThan(HOSTILE.length);
    expect(texts.filter((text) => /(?<!\\)\]\(/u.test(text))).toEqual([]);
    expect(texts).toContain('[click\\](https://evil.example) ![x\\](https://evil.example/x.png)');
  });
});

/** Every text that a viewer shows as a message; what is quoted of files is none. */
function messagesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]): readonly string[] => {
    const isMessage = ['message', 'shortDescription', 'fullDescription', 'help'].includes(name);
    if (isMessage) return [(inside as { readonly text: string }).text];
    return messagesIn(inside);
  });
}
