import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../engine/api/index.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'docs', 'report.schema.json'), 'utf8'),
) as object;
const fits = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const file: ReportFile = {
  schema: 2,
  tool: { name: 'bundlescope', version: '0.1.0' },
  reports: [
    {
      profile: { id: '2026', chosen: 'by-date' },
      settings: {
        thresholds: [{ id: 'health.old-definitions', value: 60, default: 1440, unit: 'minutes' }],
        knowledge: [{ table: 'sizing', file: 'sizing.yaml' }],
      },
      bundle: {
        name: 'db-01.zip',
        sha256: 'a'.repeat(64),
        bytes: 1234,
        kind: 'client-analyzer',
        root: '',
        collectedAt: '2026-03-11T10:22:00.000Z',
        host: { name: 'db-01' },
      },
      findings: [
        {
          fingerprint: '0123456789abcdef',
          analyzer: 'health/expired-agent',
          severity: 'critical',
          confidence: 'certain',
          title: 'Expired build of the agent',
          message: 'This build of the agent expired on 2025-11-01',
          messageId: 'expired',
          params: { date: '2025-11-01', days: 130 },
          why: 'It stops protecting the host.',
          becauseOf: ['fedcba9876543210'],
          evidence: [
            {
              role: 'subject',
              entry: 'health.txt',
              line: 2,
              endLine: 3,
              excerpt: 'a\nb\nc',
              excerptFirstLine: 1,
            },
            { role: 'context', lookedFor: 'wdavdaemon', lookedIn: ['ps.txt'] },
          ],
          remediation: {
            steps: ['Update the package mdatp.'],
            commands: [{ command: 'mdatp health', risk: 'safe' }],
            links: [{ label: 'Updates', href: 'https://learn.microsoft.com/linux-updates' }],
          },
          profile: '2026',
          sources: [{ document: 'linux-updates', date: '2025-01' }],
        },
      ],
      analyzers: [
        {
          id: 'health/expired-agent',
          status: 'found',
          seen: [{ fact: 'mdatp.health', entries: ['health.txt'] }],
          notSeen: [
            {
              fact: 'systemd.units',
              status: 'absent',
              lookedIn: ['units.txt'],
              collect: { title: 'systemctl', command: 'systemctl list-units' },
            },
          ],
          supersededBy: ['health/unhealthy-agent'],
        },
      ],
      problems: [{ code: 'limit-entry-bytes', detail: 'too long', at: { entry: 'a.log', offset: 0 } }],
      facts: {
        schema: 1,
        excerpts: [
          {
            fact: 'mdatp.health',
            field: 'machine_guid',
            items: [{ value: '11111111-2222', at: { entry: 'health.txt', line: 9 } }],
          },
          {
            fact: 'mdatp.exclusions',
            field: 'exclusions',
            items: [
              { value: { kind: 'folder', value: '/srv/db/' }, at: { entry: 'exclusions.txt', line: 3 } },
            ],
            cut: true,
          },
        ],
      },
      identities: [{ kind: 'host', value: 'db-01' }],
      redaction: {
        classes: ['hosts', 'ipv4'],
        counts: [{ class: 'hosts', values: 2, places: 14 }],
      },
      entries: { total: 9, recognised: 4, unrecognised: 3 },
      ended: 'complete',
    },
  ],
};

describe('the schema of the report', () => {
  it('takes a report with every field', () => {
    expect(fits(file), JSON.stringify(fits.errors)).toBe(true);
  });

  it('takes a file without reports', () => {
    expect(fits({ ...file, reports: [] })).toBe(true);
  });

  it('refuses a field that it does not name', () => {
    expect(fits({ ...file, elapsed: 3 })).toBe(false);
  });

  it('refuses a finding without evidence', () => {
    const [report] = file.reports;
    const findings = report?.findings.map((finding) => ({ ...finding, evidence: [] }));
    expect(fits({ ...file, reports: [{ ...report, findings }] })).toBe(false);
  });
});
