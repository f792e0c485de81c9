import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { MAIN } from '../harness/analyze-sample.ts';
import { endOf, runCli, startCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { longSosreport } from './bundles.ts';

const folder = temporaryFolder();

/** The command with an engine that does what the code says when it is called. */
function withEngine(code: string): string {
  const dist = join(folder.path, `dist-${readdirSync(folder.path).length}`);
  cpSync(dirname(dirname(MAIN)), dist, { recursive: true });
  const main = join(dist, 'cli', 'main.js');
  const tells = `writeFileSync(${JSON.stringify(pidFile(main))}, String(process.pid));`;
  writeFileSync(
    join(dist, 'cli', 'engine.js'),
    `import { writeFileSync } from 'node:fs'; process.on('message', (call) => { ${tells} ${code} });`,
  );
  return main;
}

const pidFile = (main: string): string => `${main}.pid`;

/** The process of the engine, once it was called. */
async function engineOf(main: string): Promise<number> {
  await expect.poll(() => existsSync(pidFile(main)), { timeout: 20_000 }).toBe(true);
  return Number(readFileSync(pidFile(main), 'utf8'));
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
    const main = withEngine("process.on('SIGINT', () => undefined); for (;;);");
    const child = startCli(['analyze', 'a.zip', '--format', 'json'], { main });
    const end = endOf(child);
    await engineOf(main);
    child.kill('SIGINT');
    const { code, stdout } = await end;
    expect([code, JSON.parse(stdout)]).toEqual([130, expect.objectContaining({ reports: [] })]);
  });

  it('that dies leaves what it had given before', async () => {
    const main = withEngine(`process.send({ type: 'source', answer: ${DONE} }, () => process.exit(7));`);
    const { code, stdout, stderr } = await runCli(['analyze', 'a.zip', '--format', 'json'], { main });
    expect([code, JSON.parse(stdout)]).toEqual([5, expect.objectContaining({ reports: [] })]);
    expect(stderr).toBe(
      'Bundlescope itself failed: it ended with code 7. Nothing is wrong with the bundle for that.\n',
    );
  });

  it('whose heap bursts is a limit that was met, and nothing of its last words is shown', async () => {
    const main = withEngine('const held = []; for (;;) held.push(Array.from({ length: 1000 }, () => ({})));');
    const args = ['analyze', 'a.zip', '--format', 'json', '--limit', 'memory-bytes=32MiB'];
    const { code, stdout, stderr } = await runCli(args, { main });
    expect([code, JSON.parse(stdout)]).toEqual([4, expect.objectContaining({ reports: [] })]);
    expect(stderr).toBe(
      'a.zip: The engine needs more memory than 32MiB; the rest was not read. Nothing that is known was read until then.\n',
    );
  });

  it('whose heap bursts leaves what it had given before', async () => {
    const main = withEngine(
      `process.send({ type: 'source', answer: ${DONE} }, () => {
        const held = []; for (;;) held.push(Array.from({ length: 1000 }, () => ({})));
      });`,
    );
    const args = ['analyze', 'first', 'a.zip', '--limit', 'memory-bytes=32MiB'];
    const { code, stderr } = await runCli(args, { main });
    expect(code).toBe(4);
    expect(stderr).not.toMatch(/FATAL|Native|heap/u);
  });

  it('that is ended by the system is a fault, told in one sentence', async () => {
    const main = withEngine("process.kill(process.pid, 'SIGSEGV');");
    const { code, stderr } = await runCli(['analyze', 'a.zip'], { main });
    expect([code, stderr]).toEqual([
      5,
      'Bundlescope itself failed: it ended with SIGSEGV. Nothing is wrong with the bundle for that.\n',
    ]);
  });

  it('does not outlive the command, even where it is deaf', async () => {
    const main = withEngine('for (;;);');
    const child = startCli(['analyze', 'a.zip'], { main });
    const end = endOf(child);
    const engine = await engineOf(main);
    child.kill('SIGTERM');
    expect((await end).signal).toBe('SIGTERM');
    await expect.poll(() => existsSync(`/proc/${engine}`), { timeout: 5_000 }).toBe(false);
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
