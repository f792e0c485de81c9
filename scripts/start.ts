import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `npm start`: analyzes the sample that the README shows; `npm start -- PATH…`: analyzes what is given. */
const root = join(import.meta.dirname, '..');
const main = join(root, 'dist', 'cli', 'main.js');

if (!existsSync(main)) await import('./build.ts');
const asked = process.argv.slice(2);
const paths = asked.length > 0 ? asked : [join(root, 'samples', 'ill-rhel-8.10', 'bundle')];
const child = spawn(process.execPath, [main, 'analyze', ...paths], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? Number(code) : 128 + constants.signals[signal];
});
