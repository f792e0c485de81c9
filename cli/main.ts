import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/*
 * Only a launcher: it must run on any Node, so that an old one is told what to do rather than break on newer syntax.
 */
const OLDEST = [22, 18] as const;

if (isNewEnough(process.versions.node)) {
  const here = import.meta.url;
  await import(here.endsWith('.ts') ? './run.ts' : new URL('./run.js', here).href);
} else {
  process.exitCode = runPackaged();
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Runs the same command by the Node that was installed with the package. */
function runPackaged(): number {
  const script = process.argv[1] ?? '';
  const node = packagedNode();
  if (node === undefined) {
    // Written without the catalogue of messages, which needs the newer Node.
    process.stderr.write(
      `bundlescope: Node.js ${OLDEST.join('.')} or later is needed; this is ${process.versions.node}\n`,
    );
    return 5;
  }
  const { status, signal } = spawnSync(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  return status ?? (signal === 'SIGINT' ? 130 : 5);
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
