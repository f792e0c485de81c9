import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { zipOf } from '../harness/pack.ts';
import { packSample } from '../harness/pack-sample.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { healthy, ill, UNHEALTHY } from './bundles.ts';

const folder = temporaryFolder();

describe('analyze', () => {
  it.each(['text', 'json'])('gives the same bytes for the same bundle (%s)', async (format) => {
    const path = folder.write('ill.zip', ill());
    const first = await runCli(['analyze', path, '--format', format]);
    const second = await runCli(['analyze', path, '--format', format]);
    expect(second.stdout).toBe(first.stdout);
  });

  it('takes several loose files as one bundle, in whatever order', async () => {
    const health = folder.write('one/health.txt', UNHEALTHY);
    const mount = folder.write(
      'two/mount.txt',
      '/dev/sda1 on / type xfs (rw)\n/dev/sdb1 on /data type ntfs (rw)\n',
    );
    const { code, stdout } = await runCli(['analyze', health, mount, '--format', 'json']);
    expect(code).toBe(0);
    const reports = reportsIn(stdout);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.bundle).toMatchObject({ kind: 'plain', name: 'health.txt, mount.txt' });
    const swapped = await runCli(['analyze', mount, health, '--format', 'json']);
    expect(reportsIn(swapped.stdout)[0]?.findings).toEqual(reports[0]?.findings);
    expect(reportsIn(swapped.stdout)[0]?.bundle.sha256).toBe(reports[0]?.bundle.sha256);
  });

  it('gives one report for each of several archives', async () => {
    const first = folder.write('ill.zip', ill());
    const second = folder.write('proxy.tar.gz', packSample('proxy-debian-12'));
    const { stdout } = await runCli(['analyze', first, second, '--format', 'json']);
    expect(reportsIn(stdout).map(({ bundle }) => [bundle.name, bundle.kind])).toEqual([
      ['ill.zip', 'client-analyzer'],
      ['proxy.tar.gz', 'sosreport'],
    ]);
  });

  it('gives one report for each bundle in one archive, in the order of their places', async () => {
    const archive = zipOf([
      { path: 'b/proxy.tar.gz', content: packSample('proxy-debian-12') },
      { path: 'healthy.zip', content: healthy() },
      { path: 'a/ill.zip', content: ill() },
    ]);
    const { stdout } = await runCli(['analyze', folder.write('all.zip', archive), '--format', 'json']);
    expect(reportsIn(stdout).map(({ bundle }) => [bundle.root, bundle.host['name']])).toEqual([
      ['a/ill.zip', 'db-01.example'],
      ['b/proxy.tar.gz!/sosreport-app-07-2026-08-19-qvwzkpd', 'app-07'],
      ['healthy.zip', 'web-03'],
    ]);
  });

  it.each([
    ['2026, in force when it was collected', []],
    ['2025, as asked for', ['--profile', '2025']],
    ['seed, as asked for', ['--profile', 'seed']],
  ])('names its profile in the header: %s', async (line, args) => {
    const { stdout } = await runCli(['analyze', folder.write('ill.zip', ill()), ...args]);
    expect(stdout).toContain(`Profile       ${line}\n`);
  });

  it('takes the profile that was in force on the day of collection', async () => {
    const { stdout } = await runCli(['analyze', folder.write('old.tar.gz', packSample('old-rhel-6.9'))]);
    expect(stdout).toContain('Profile       seed, in force when it was collected\n');
  });

  it('says so where nothing tells the day of collection', async () => {
    const { stdout } = await runCli(['analyze', folder.write('health.txt', UNHEALTHY)]);
    expect(stdout).toContain('Profile       2026, the newest, for the date of collection is unknown\n');
  });
});

describe('--output', () => {
  it('writes the report to a file, says where, and prints nothing else', async () => {
    const path = folder.write('ill.zip', ill());
    const output = join(folder.path, 'report.json');
    const { code, stdout, stderr } = await runCli(['analyze', path, '--format', 'json', '--output', output]);
    expect([code, stdout, stderr]).toEqual([0, '', `The report is in ${output}.\n`]);
    const printed = await runCli(['analyze', path, '--format', 'json']);
    expect(readFileSync(output, 'utf8')).toBe(printed.stdout);
  });

  it('overwrites a file only with --force', async () => {
    const path = folder.write('ill.zip', ill());
    const output = folder.write('kept.txt', 'written by hand');
    const refused = await runCli(['analyze', path, '--output', output]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toBe(
      `${output} cannot be written: it exists already, and --force would overwrite it. Nothing was written.\n`,
    );
    expect(readFileSync(output, 'utf8')).toBe('written by hand');
    expect((await runCli(['analyze', path, '--output', output, '--force'])).code).toBe(0);
    expect(readFileSync(output, 'utf8')).toContain('health/unhealthy-agent');
  });

  it('says so where the disk is full', async () => {
    const { code, stderr } = await runCli([
      'analyze',
      folder.write('ill.zip', ill()),
      '--output',
      '/dev/full',
    ]);
    expect(code).toBe(2);
    expect(stderr).toBe('/dev/full cannot be written: the disk is full. Nothing was written.\n');
  });

  it('keeps the exit code of --fail-on', async () => {
    const output = join(folder.path, 'failing.txt');
    const args = ['--fail-on', 'critical', '--output', output];
    expect((await runCli(['analyze', folder.write('ill.zip', ill()), ...args])).code).toBe(1);
    expect(readFileSync(output, 'utf8')).toContain('health/unhealthy-agent');
  });

  it('never overwrites the bundle itself', async () => {
    const path = folder.write('ill.zip', ill());
    const { code, stderr } = await runCli(['analyze', path, '--output', path]);
    expect(code).toBe(2);
    expect(stderr).toContain('is the bundle itself and is not overwritten');
    expect(readFileSync(path).equals(ill())).toBe(true);
  });

  it('says what stands in the way of writing, and leaves nothing behind', async () => {
    const path = folder.write('ill.zip', ill());
    const output = join(folder.path, 'no-such-folder', 'report.txt');
    const before = readdirSync(folder.path);
    const { code, stdout, stderr } = await runCli(['analyze', path, '--output', output]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`${output} cannot be written: its folder does not exist. Nothing was written.\n`);
    expect([readdirSync(folder.path), existsSync(output)]).toEqual([before, false]);
  });
});

describe('--only and --skip', () => {
  it('ask the named checks, or all others', async () => {
    const path = folder.write('ill.zip', ill());
    const ids = ['health/unhealthy-agent', 'sizing/var-nearly-full'];
    const only = await runCli(['analyze', path, '--format', 'json', '--only', ids.join(',')]);
    expect(reportsIn(only.stdout)[0]?.analyzers.map(({ id }) => id)).toEqual(ids);
    const skip = await runCli(['analyze', path, '--format', 'json', '--skip', ids.join(',')]);
    const asked = reportsIn(skip.stdout)[0]?.analyzers.map(({ id }) => id) ?? [];
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((id) => ids.includes(id))).toEqual([]);
  });

  it.each(['--only', '--skip'])('%s: name what exists instead of a mistyped id', async (option) => {
    const { code, stderr } = await runCli(['analyze', 'x', option, 'health/unhealthy-agnet']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'bundlescope: There is no check health/unhealthy-agnet. Did you mean health/unhealthy-agent?\n',
    );
  });

  it('are refused together where they leave no check to ask', async () => {
    const id = 'health/unhealthy-agent';
    const path = folder.write('ill.zip', ill());
    const { code, stderr } = await runCli(['analyze', path, '--only', id, '--skip', id]);
    expect(code).toBe(2);
    expect(stderr).toBe('bundlescope: --only and --skip together leave no check to ask.\n');
  });
});

function reportsIn(json: string): ReportFile['reports'] {
  // Our own output; report/report-schema.test.ts checks its shape.
  return (JSON.parse(json) as ReportFile).reports;
}
