import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { MAIN } from '../harness/analyze-sample.ts';
import { tarOf } from '../harness/pack.ts';
import { endOf, runCli, startCli, type CliEnd } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { cutSosreport, healthy, ill, longSosreport, UNHEALTHY } from './bundles.ts';

const folder = temporaryFolder();
const NOWHERE = 'nowhere.zip';

describe('exit codes', () => {
  it('0: done, whatever was found, where nobody asked to fail on it', async () => {
    const { code, stderr } = await runCli(['analyze', folder.write('ill.zip', ill())]);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('0: no finding is as bad as --fail-on says', async () => {
    const path = folder.write('healthy.zip', healthy());
    expect((await runCli(['analyze', path, '--fail-on', 'high'])).code).toBe(0);
  });

  it('1: a finding at --fail-on, or above it', async () => {
    const path = folder.write('ill.zip', ill());
    const only = ['--only', 'health/unhealthy-agent'];
    expect((await runCli(['analyze', path, ...only, '--fail-on', 'critical'])).code).toBe(1);
    expect((await runCli(['analyze', path, ...only, '--fail-on', 'low'])).code).toBe(1);
  });

  it('1: also where the finding itself is not shown', async () => {
    const args = ['--fail-on', 'info', '--min-severity', 'critical', '--only', 'health/edr-early-preview'];
    const file = folder.write('health.txt', 'edr_early_preview_enabled : "enabled"\nhealthy : true\n');
    const { code, stdout } = await runCli(['analyze', file, ...args]);
    expect(code).toBe(1);
    expect(stdout).toContain('1 finding below critical not shown.');
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['analyse', NOWHERE]],
    ['no path', ['analyze']],
    ['an unknown option', ['analyze', NOWHERE, '--fast']],
    ['an unknown format', ['analyze', NOWHERE, '--format', 'docx']],
    ['an unknown profile', ['analyze', NOWHERE, '--profile', '2024']],
    ['an unknown severity', ['analyze', NOWHERE, '--fail-on', 'bad']],
    ['an unknown check', ['analyze', NOWHERE, '--only', 'health/healthy']],
    ['an unknown fact', ['facts', NOWHERE, 'mdatp.sick']],
    ['nothing to explain', ['explain', 'health/healthy']],
  ])('2: %s', async (_name, args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });

  it.each(['analyze', 'entries', 'facts'])('3: nothing could be read, for %s too', async (command) => {
    expect((await runCli([command, NOWHERE])).code).toBe(3);
  });

  it('4: a limit ended the run, and what was read until then is judged', async () => {
    const path = folder.write('long.tar', longSosreport(1_000));
    const { code, stdout, stderr } = await runCli([
      'analyze',
      path,
      '--format',
      'json',
      '--limit',
      'entries=3',
    ]);
    expect(code).toBe(4);
    expect(stderr).toMatch(/^long\.tar: .*More than 3 entries.*\. What was read until then is judged\.\n$/u);
    expect(analyzersIn(stdout)).toContain('connectivity/authenticated-proxy');
    expect(reportsIn(stdout)[0]?.ended).toBe('limit');
  });

  it('5: a fault of ours, in one sentence', async () => {
    const main = brokenCommand((dist) => {
      writeFileSync(join(dist, 'analyzers', 'health', 'unhealthy-agent.rule.yaml'), 'id: [');
    });
    const { code, stdout, stderr } = await runCli(['analyze', NOWHERE], { main });
    expect([code, stdout]).toEqual([5, '']);
    expect(stderr).toMatch(/^Bundlescope itself failed: \S.*\n$/u);
  });

  it('5: the engine died', async () => {
    const main = brokenCommand((dist) => rmSync(join(dist, 'cli', 'engine.js')));
    expect((await runCli(['analyze', NOWHERE], { main })).code).toBe(5);
  });

  it('5: a part of the command is missing', async () => {
    const main = brokenCommand((dist) => rmSync(join(dist, 'cli', 'run.js')));
    const { code, stderr } = await runCli(['analyze', NOWHERE], { main });
    expect(code).toBe(5);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it('6: the archive is cut short, and what was read is judged', async () => {
    const path = folder.write('cut.tar.gz', cutSosreport());
    const { code, stdout } = await runCli(['analyze', path, '--format', 'json']);
    expect(code).toBe(6);
    expect(analyzersIn(stdout)).toContain('connectivity/authenticated-proxy');
  });

  it('130: interrupted, and what was read is judged', async () => {
    const { code, signal, stdout, stderr } = await interrupted(['analyze', '-', '--format', 'json']);
    expect([code, signal]).toEqual([130, null]);
    expect(stderr).toBe('Interrupted. What was read until then is judged.\n');
    expect(analyzersIn(stdout)).toContain('connectivity/authenticated-proxy');
    expect(reportsIn(stdout)[0]?.ended).toBe('cancelled');
  });
});

describe('of several exit codes', () => {
  it('130 comes before 3 and 1', async () => {
    const args = ['analyze', NOWHERE, '-', NOWHERE, '--fail-on', 'info'];
    expect((await interrupted(args)).code).toBe(130);
  });

  it('5 comes before 2', async () => {
    const main = brokenCommand((dist) => {
      writeFileSync(join(dist, 'analyzers', 'health', 'unhealthy-agent.rule.yaml'), 'id: [');
    });
    expect((await runCli(['analyze', NOWHERE, '--only', 'health/healthy'], { main })).code).toBe(5);
  });

  it('2 comes before 3', async () => {
    expect((await runCli(['analyze', NOWHERE, '--only', 'health/healthy'])).code).toBe(2);
  });

  it('3 comes before 1, and the other input is judged all the same', async () => {
    const path = folder.write('ill.zip', ill());
    const { code, stdout } = await runCli(['analyze', NOWHERE, path, '--fail-on', 'low', '--format', 'json']);
    expect(code).toBe(3);
    expect(reportsIn(stdout).map(({ bundle }) => bundle.name)).toEqual(['ill.zip']);
  });

  it('3 comes before 4', async () => {
    const path = folder.write('long.tar', longSosreport(1_000));
    expect((await runCli(['analyze', path, NOWHERE, '--limit', 'entries=3'])).code).toBe(3);
  });

  it('4 comes before 1', async () => {
    const path = folder.write('long.tar', longSosreport(1_000));
    expect((await runCli(['analyze', path, '--limit', 'entries=3', '--fail-on', 'info'])).code).toBe(4);
  });

  it('4 comes before 6', async () => {
    const cut = folder.write('cut.tar.gz', cutSosreport());
    const files = [1, 2, 3, 4].map((path) => ({ path: `${path}.txt`, content: 'x' }));
    const long = folder.write('five.tar', tarOf([{ path: 'health.txt', content: UNHEALTHY }, ...files]));
    expect((await runCli(['analyze', cut, '--limit', 'entries=4'])).code).toBe(6);
    expect((await runCli(['analyze', cut, long, '--limit', 'entries=4'])).code).toBe(4);
  });

  it('3 comes before 6', async () => {
    const path = folder.write('cut.tar.gz', cutSosreport());
    expect((await runCli(['analyze', path, NOWHERE])).code).toBe(3);
  });

  it('1 comes before 6', async () => {
    const path = folder.write('cut.tar.gz', cutSosreport());
    expect((await runCli(['analyze', path, '--fail-on', 'high'])).code).toBe(1);
  });
});

/** The command with something broken in it. */
function brokenCommand(breakIt: (dist: string) => void): string {
  const dist = join(folder.path, `dist-${readdirSync(folder.path).length}`);
  cpSync(dirname(dirname(MAIN)), dist, { recursive: true });
  breakIt(dist);
  return join(dist, 'cli', 'main.js');
}

/** More than pipes and buffers hold: once it is written, the files before it have been read. */
const FILLER_BYTES = 8 * 1024 * 1024;

/** Sends a bundle, leaves the input open as if more came, and presses Ctrl+C. */
async function interrupted(args: readonly string[]): Promise<CliEnd> {
  const child = startCli(args);
  const end = endOf(child);
  const bundle = longSosreport(FILLER_BYTES);
  await new Promise((resolve) => child.stdin.write(bundle.subarray(0, FILLER_BYTES), resolve));
  child.kill('SIGINT');
  return end;
}

function reportsIn(json: string): ReportFile['reports'] {
  // Our own output; report/report-schema.test.ts checks its shape.
  return (JSON.parse(json) as ReportFile).reports;
}

function analyzersIn(json: string): readonly string[] {
  return reportsIn(json).flatMap(({ findings }) => findings.map(({ analyzer }) => analyzer));
}
