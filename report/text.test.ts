import { describe, expect, it } from 'vitest';

import type { Finding, Report, ReportFile } from '../engine/api/index.ts';
import { renderText } from './text.ts';

const finding: Finding = {
  fingerprint: '0123456789abcdef',
  analyzer: 'health/expired-agent',
  severity: 'critical',
  confidence: 'certain',
  title: 'Expired build of the agent',
  message: 'This build of the agent expired on 2025-11-01',
  messageId: 'expired',
  params: { date: '2025-11-01' },
  why: 'It stops protecting the host.',
  becauseOf: [],
  evidence: [
    {
      role: 'subject',
      entry: 'health.txt',
      line: 2,
      endLine: 2,
      excerpt: 'healthy : false\nproduct_expiration : "\u001b[31mNov 01, 2025"\nlicensed : false',
      excerptFirstLine: 1,
    },
  ],
  remediation: {
    steps: ['Update the package mdatp.'],
    commands: [{ command: 'mdatp health', risk: 'safe' }],
    links: [{ label: 'Updates', href: 'https://learn.microsoft.com/linux-updates' }],
  },
  profile: '2026',
  sources: [{ document: 'linux-updates', date: '2025-01' }],
};

const consequence: Finding = {
  ...finding,
  fingerprint: 'fedcba9876543210',
  analyzer: 'health/unhealthy-agent',
  severity: 'high',
  title: 'Unhealthy agent',
  becauseOf: ['0123456789abcdef'],
  evidence: [{ role: 'subject', lookedFor: 'wdavdaemon', lookedIn: ['ps.txt'] }],
};

const report: Report = {
  profile: { id: '2026', chosen: 'by-date' },
  settings: { thresholds: [], knowledge: [] },
  facts: { schema: 1, excerpts: [] },
  bundle: {
    name: 'db-01.zip',
    sha256: '3f2a9c01b7d4'.padEnd(64, '0'),
    bytes: 1234,
    kind: 'client-analyzer',
    root: '',
    collectedAt: '2026-03-11T10:22:00.000Z',
    host: { name: 'db-01', kernel: '4.18.0' },
  },
  findings: [finding, consequence],
  analyzers: [
    {
      id: 'conflict/fapolicyd-active',
      status: 'blocked',
      seen: [],
      notSeen: [
        {
          fact: 'systemd.units',
          status: 'absent',
          lookedIn: ['units.txt'],
          collect: { title: 'systemctl', command: 'systemctl list-units --all' },
        },
      ],
    },
  ],
  problems: [],
  entries: { total: 9, recognised: 4, unrecognised: 3 },
  ended: 'complete',
};

const shown = (change: Partial<Report> = {}, minSeverity: 'info' | 'critical' = 'info'): string => {
  const file: ReportFile = {
    schema: 2,
    tool: { name: 'bundlescope', version: '0.1.0' },
    reports: [{ ...report, ...change }],
  };
  return renderText(file, { color: false, width: 80, minSeverity, now: new Date('2026-03-14T12:00:00Z') });
};

describe('renderText', () => {
  it('says how old the bundle is', () => {
    expect(shown()).toContain('2026-03-11 10:22 UTC (3 days ago)');
  });

  it('marks the cited line and shows control characters of the data', () => {
    expect(shown()).toContain('▌    2  product_expiration : "\\u{1b}[31mNov 01, 2025"');
  });

  it('sets a consequence in below its root', () => {
    expect(shown()).toContain('└ ◆ high  Unhealthy agent');
  });

  it('names the missing input, the checks that need it and the command that brings it', () => {
    expect(shown()).toContain('1 check needs systemctl: not in the bundle; run systemctl list-units --all');
  });

  it('says how many findings a threshold hides', () => {
    expect(shown({}, 'critical')).toContain('1 finding below critical not shown.');
  });

  it('says that a damaged archive was read in part', () => {
    expect(shown({ ended: 'damaged' })).toContain('Partial: the archive is damaged or cut short.');
  });

  it('never passes an escape byte on', () => {
    const host = { name: 'a\u001b]0;x\u0007\nforged' };
    expect(shown({ bundle: { ...report.bundle, host } })).not.toMatch(/[\u001b\u0007]|^forged/mu);
  });
});
