import { describe, expect, it } from 'vitest';

import type { Report, ReportFile } from '../../engine/api/index.ts';
import { packSample, readSample } from '../harness/pack-sample.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const folder = temporaryFolder();

describe('analyze --redact', () => {
  it('says the same of a host without naming it', async () => {
    const raw = await report([]);
    const redacted = await report(['--redact']);
    expect(judgedIn(redacted)).toEqual(judgedIn(raw));
    expect(JSON.stringify(raw)).toContain('app-07');
    expect(JSON.stringify(redacted)).not.toMatch(/app-07|svc-proxy|Herbst-2026|192\.0\.2\.|apt-cache/u);
    expect(redacted.bundle.host['name']).toBe('host-1');
    expect(redacted.identities).toBeUndefined();
    expect(redacted.redaction?.counts.find((row) => row.class === 'hosts')?.values).toBeGreaterThan(1);
  });

  it('takes out only the classes that are asked', async () => {
    const redacted = await report(['--classes', 'ipv4']);
    expect(redacted.redaction?.classes).toEqual(['ipv4']);
    expect(redacted.bundle.host['name']).toBe('app-07');
  });

  it('says in the text what was taken out, and what no redaction covers', async () => {
    const { stdout } = await runCli(['analyze', sample(), '--redact']);
    expect(stdout).toContain('host and domain names: ');
    expect(stdout).toContain('Not covered, so look before you hand it on:');
  });

  it('refuses a class that does not exist', async () => {
    const { code, stderr } = await runCli(['analyze', sample(), '--classes', 'host']);
    expect([code, stderr.trim()]).toEqual([2, 'bundlescope: There is no class host. Did you mean hosts?']);
  });
});

function sample(): string {
  return folder.write(readSample('proxy-debian-12').archive, packSample('proxy-debian-12'));
}

async function report(options: readonly string[]): Promise<Report> {
  const { stdout } = await runCli(['analyze', sample(), '--format', 'json', ...options]);
  // Our own output.
  const [first] = (JSON.parse(stdout) as ReportFile).reports;
  if (!first) throw new Error('No report was printed');
  return first;
}

function judgedIn({ findings, analyzers }: Report): unknown {
  return {
    findings: findings.map(({ fingerprint, severity, evidence }) => ({
      fingerprint,
      severity,
      at: evidence.map((one) => ('lookedFor' in one ? one.role : `${one.entry}:${one.line}`)),
    })),
    checks: analyzers.map(({ id, status }) => [id, status]),
  };
}
