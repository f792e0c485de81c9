import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';

/** Bundles the command line into dist/cli and puts rules and pages beside it. */
const root = join(import.meta.dirname, '..');
const out = join(root, 'dist');

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };

await rm(out, { recursive: true, force: true });
await build({
  configFile: false,
  logLevel: 'warn',
  root,
  define: { BUNDLESCOPE_VERSION: JSON.stringify(version) },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/cli',
    minify: false,
    rolldownOptions: {
      platform: 'node',
      input: { main: 'cli/main.ts', run: 'cli/run.ts', 'engine-worker': 'cli/engine-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
});

const main = join(out, 'cli', 'main.js');
const text = await readFile(main, 'utf8');
if (!text.startsWith('#!')) await writeFile(main, `#!/usr/bin/env node\n${text}`);
await chmod(main, 0o755);
await copyBeside('analyzers', /\.(?:rule\.yaml|md)$/u);

async function copyBeside(folder: string, wanted: RegExp): Promise<void> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await copyBeside(path, wanted);
    else if (wanted.test(entry.name)) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await cp(join(root, path), join(out, path));
    }
  }
}
