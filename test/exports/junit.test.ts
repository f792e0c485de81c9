import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { renderJunit } from '../../report/report-junit.ts';
import { WHOLE } from '../../report/view.ts';
import { analyzeSample } from '../harness/analyze-sample.ts';
import { HOSTILE, hostileFile } from './hostile-report.ts';

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly failure?: { readonly type: string; readonly message: string; readonly '#text': string };
  readonly skipped?: { readonly message: string };
  readonly error?: { readonly message: string };
}

interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly errors: string;
  readonly skipped: string;
  readonly testcase: readonly Case[];
}

function suitesOf(text: string): readonly Suite[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    htmlEntities: true,
    trimValues: false,
    isArray: (name) => name === 'testcase' || name === 'testsuite',
  });
  const read = parser.parse(text) as { testsuites: { testsuite: readonly Suite[] } };
  return read.testsuites.testsuite;
}

describe('JUnit', () => {
  it('is a case for each check, and its counts are right', () => {
    const file = JSON.parse(analyzeSample('ill-rhel-8.10', 'json')) as ReportFile;
    const [suite] = suitesOf(renderJunit(file, WHOLE));
    const [report] = file.reports;
    if (!suite || !report) throw new Error('a suite');
    expect(suite.name).toBe('db-01.example');
    expect(suite.testcase.map(({ name }) => name)).toEqual(report.analyzers.map(({ id }) => id));
    const count = (status: string): number => report.analyzers.filter((one) => one.status === status).length;
    expect([suite.tests, suite.failures, suite.errors, suite.skipped].map(Number)).toEqual([
      report.analyzers.length,
      new Set(report.findings.map(({ analyzer }) => analyzer)).size,
      0,
      count('blocked') + count('not-applicable'),
    ]);
    const daemon = suite.testcase.find(({ name }) => name === 'install/daemon-not-executable');
    expect(daemon?.classname).toBe('install');
    expect(daemon?.failure).toMatchObject({
      type: 'critical',
      message: '/opt/microsoft/mdatp/sbin/wdavdaemon has mode -rw-r--r--',
    });
    expect(daemon?.failure?.['#text']).toContain('mde_directories.txt:12  -rw-r--r--. 1 root root');
  });

  it('lets findings below a severity pass', () => {
    const file = JSON.parse(analyzeSample('ill-rhel-8.10', 'json')) as ReportFile;
    const [suite] = suitesOf(renderJunit(file, { ...WHOLE, minSeverity: 'critical' }));
    expect(new Set(suite?.testcase.flatMap(({ failure }) => failure?.type ?? []))).toEqual(
      new Set(['critical']),
    );
  });

  it('is well-formed, whatever the report holds, and gives it back', () => {
    const text = renderJunit(hostileFile, WHOLE);
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff]|<evil|<script|<img|<!/u);
    const [suite] = suitesOf(text);
    expect(suite?.testcase).toHaveLength(HOSTILE.length + 1);
    expect(suite?.testcase[0]?.failure?.message).toBe('<img src=x onerror=alert(1)>');
    expect(suite?.testcase.filter(({ error }) => error).map(({ error }) => error?.message)).toContain(
      HOSTILE[1],
    );
  });
});
