import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { temporaryFolder } from '../test/harness/temporary-folder.ts';

const folder = temporaryFolder();
const ROAD = JSON.stringify(join(import.meta.dirname, 'parent-road.ts'));

/** An engine that is deaf from its first message on; it tells its number first. */
const DEAF = `
  import { roadToParent } from ${ROAD};
  const post = roadToParent(() => { post(process.pid); setTimeout(() => { for (;;); }, 50); });
`;
const STARTS_IT = `
  import { fork } from 'node:child_process';
  const child = fork(process.argv[2]);
  child.on('message', (pid) => console.log(pid));
  child.send('begin');
`;

describe('roadToParent', () => {
  it.skipIf(!existsSync('/proc/self'))('ends a deaf engine whose parent is gone without a word', async () => {
    const engine = folder.write('engine.mjs', DEAF);
    const parent = spawn(process.execPath, [folder.write('parent.mjs', STARTS_IT), engine]);
    const pid = await new Promise<string>((resolve) => {
      parent.stdout.once('data', (line: Buffer) => resolve(line.toString('utf8').trim()));
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    try {
      await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
    } finally {
      if (isRunning(pid)) process.kill(Number(pid), 'SIGKILL');
    }
  });
});

/** What has ended may still be waited for by whoever took it over. */
function isRunning(pid: string): boolean {
  try {
    return !/^State:\s*Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
