import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createRequire } from 'node:module';

/*
 * Only a launcher: it must run on any Node, so that an old one is told what to do rather than break on newer syntax.
 */
const OLDEST = [22, 18] as const;

if (isNewEnough(process.versions.node)) {
  const here = import.meta.url;
  // What cannot even be loaded is our own fault, and no stack helps the person who reads it.
  await import(here.endsWith('.ts') ? './run.ts' : new URL('./run.js', here).href).catch((error: unknown) => {
    process.stderr.write(`bundlescope: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 5;
  });
} else {
  runPackaged();
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Runs the same command by the Node that was installed with the package, and ends as it ends. */
function runPackaged(): void {
  const node = packagedNode();
  if (node === undefined) {
    // Written without the catalogue of messages, which needs the newer Node.
    process.stderr.write(
      `bundlescope: Node.js ${OLDEST.join('.')} or later is needed; this is ${process.versions.node}\n`,
    );
    process.exitCode = 5;
    return;
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // Held off here, so that the child can still hand over what it read.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`bundlescope: ${node}: ${error.message}\n`);
    process.exitCode = 5;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? Number(code) : 128 + constants.signals[signal];
  });
}

function packagedNode(): string | undefined {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return manifest.replace(/package\.json$/u, platform === 'win' ? 'bin/node.exe' : 'bin/node');
  } catch {
    return undefined;
  }
}
