import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { UNHEALTHY } from './bundles.ts';

const OLD = oldNode();
const folder = temporaryFolder();

/** A machine's own Node may be older than the one that the package brings. */
describe.skipIf(OLD === undefined)('an older Node', () => {
  const options = { node: OLD ?? '' };

  it('hands over to the one that was installed with the package', async () => {
    const path = folder.write('health.txt', UNHEALTHY);
    const byOld = await runCli(['analyze', path, '--format', 'json'], options);
    expect(byOld).toEqual(await runCli(['analyze', path, '--format', 'json']));
  });

  it('passes on the exit code and what is written to standard error', async () => {
    expect(await runCli(['analyze', 'nowhere.zip'], options)).toMatchObject({
      code: 3,
      stderr: 'nowhere.zip does not exist. Nothing was read from it. Check the path and its permissions.\n',
    });
  });

  it('passes on standard input', async () => {
    const { code, stdout } = await runCli(['analyze', '-'], { ...options, input: Buffer.from(UNHEALTHY) });
    expect(code).toBe(0);
    expect(stdout).toContain('health/unhealthy-agent');
  });
});

/** A Node on this machine that cannot run the command itself. */
function oldNode(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders, '/usr/local/bin', '/usr/bin']
    .map((one) => join(one, 'node'))
    .find((node) => existsSync(node) && isOld(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout));
}

// v20.20.2
function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  return major < 22 || (major === 22 && minor < 18);
}
