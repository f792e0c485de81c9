import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

import { MAIN } from '../harness/analyze-sample.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { UNHEALTHY } from './bundles.ts';

/** script(1) of util-linux gives a command a terminal. Elsewhere it takes other arguments, or is missing. */
const HAS_TERMINAL = /util-linux/u.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);
const COLOUR = /\u001b\[\d+(?:;\d+)*m/u;

const folder = temporaryFolder();

describe('colours', () => {
  it('are not used where the output is no terminal', async () => {
    const { stdout } = await runCli(['analyze', folder.write('health.txt', UNHEALTHY)]);
    expect(stdout).not.toMatch(/\u001b/u);
  });

  it.skipIf(!HAS_TERMINAL)('are used on a terminal', () => {
    expect(onTerminal([])).toMatch(COLOUR);
  });

  it.skipIf(!HAS_TERMINAL)('are not used with NO_COLOR or --no-color', () => {
    expect(onTerminal([], { NO_COLOR: '1' })).not.toMatch(COLOUR);
    expect(onTerminal(['--no-color'])).not.toMatch(COLOUR);
  });
});

function onTerminal(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const path = folder.write('health.txt', UNHEALTHY);
  const command = [process.execPath, MAIN, 'analyze', path, ...args].map((part) => `'${part}'`).join(' ');
  const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, NO_COLOR: undefined, TERM: 'xterm-256color', ...env },
  });
  expect(stdout).toContain('health/unhealthy-agent');
  return stdout;
}
