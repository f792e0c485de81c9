import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { MAIN } from '../harness/analyze-sample.ts';
import { endOf, runCli, startCli, type CliEnd } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { longSosreport } from './bundles.ts';

const folder = temporaryFolder();

/** The command with an engine that does what the code says when it is called. */
function withEngine(code: string): string {
  const dist = join(folder.path, `dist-${readdirSync(folder.path).length}`);
  cpSync(dirname(dirname(MAIN)), dist, { recursive: true });
  const call = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', (call) => { ${code} });`;
  writeFileSync(join(dist, 'cli', 'engine-worker.js'), call);
  return join(dist, 'cli', 'main.js');
}

const DONE = `{ reports: [], sources: [{ name: 'first', opened: true, ended: 'complete', recognised: true,
  entries: 1, reportCount: 0, problems: [] }] }`;

describe('an engine', () => {
  it('that does not come to an end is ended, and the JSON is valid', async () => {
    const main = withEngine('for (;;);');
    const args = ['analyze', 'a.zip', '--format', 'json', '--limit', 'wall-time=100ms'];
    const { code, stdout, stderr } = await runCli(args, { main });
    expect([code, JSON.parse(stdout)]).toEqual([4, expect.objectContaining({ reports: [] })]);
    expect(stderr).toBe(
      'a.zip: The run took more than 100ms; the rest was not read. Nothing that is known was read until then.\n',
    );
  });

  it('that hears nothing is ended by an interrupt', async () => {
    const main = withEngine(
      "parentPort.postMessage({ type: 'progress', progress: { source: 'x' } }); for (;;);",
    );
    const { code, stdout } = await interrupted(startCli(['analyze', 'a.zip', '--format', 'json'], { main }));
    expect([code, JSON.parse(stdout)]).toEqual([130, expect.objectContaining({ reports: [] })]);
  });

  it('that dies leaves what it had given before', async () => {
    const main = withEngine(`parentPort.postMessage({ type: 'source', answer: ${DONE} }); process.exit(7);`);
    const { code, stdout, stderr } = await runCli(['analyze', 'a.zip', '--format', 'json'], { main });
    expect([code, JSON.parse(stdout)]).toEqual([5, expect.objectContaining({ reports: [] })]);
    expect(stderr).toBe(
      'Bundlescope itself failed: it ended with code 7. Nothing is wrong with the bundle for that.\n',
    );
  });
});

describe('a run', () => {
  it('that takes too long hands over what was read', async () => {
    const child = startCli(['analyze', '-', '--format', 'json', '--limit', 'wall-time=5s']);
    const end = endOf(child);
    // The input stays open as if more came.
    child.stdin.write(longSosreport(1024 * 1024).subarray(0, 1024 * 1024));
    const { code, stdout, stderr } = await end;
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      reports: [{ ended: 'limit', findings: [{ analyzer: 'connectivity/authenticated-proxy' }] }],
    });
    expect(stderr).toMatch(
      /^standard input: The run took more than 5s; the rest was not read\. What was read/u,
    );
  });
});

/** Presses Ctrl+C once the engine has said something. */
async function interrupted(child: ReturnType<typeof startCli>): Promise<CliEnd> {
  const end = endOf(child);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  child.kill('SIGINT');
  return end;
}
