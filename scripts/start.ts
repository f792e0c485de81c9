import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `npm start`: opens the desk in a browser; `npm start -- PATH…`: opens it with bundles in it. */
const root = join(import.meta.dirname, '..');
const main = join(root, 'dist', 'cli', 'main.js');

if (!existsSync(main)) await import('./build.ts');
const child = spawn(process.execPath, [main, 'serve', '--open', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? Number(code) : 128 + constants.signals[signal];
});
