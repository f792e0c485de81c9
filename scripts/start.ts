import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `npm start`: analyzes the first sample; `npm start -- PATH…`: analyzes what is given. */
const root = join(import.meta.dirname, '..');
const main = join(root, 'dist', 'cli', 'main.js');

if (!existsSync(main)) await import('./build.ts');
const asked = process.argv.slice(2);
const paths = asked.length > 0 ? asked : [firstSample()];
const child = spawn(process.execPath, [main, 'analyze', ...paths], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? Number(code) : 128 + constants.signals[signal];
});

function firstSample(): string {
  const samples = join(root, 'samples');
  const found = readdirSync(samples)
    .sort()
    .find((name) => existsSync(join(samples, name, 'bundle')));
  if (found === undefined) throw new Error('samples/ holds no bundle');
  return join(samples, found, 'bundle');
}
