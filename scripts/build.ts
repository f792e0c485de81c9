import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

import { packSample, readSample, sampleNames } from '../test/harness/pack-sample.ts';

/** Bundles the command line into dist/cli and the screen into dist/renderer, with rules, pages and samples beside. */
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
      input: {
        main: 'cli/main.ts',
        run: 'cli/run.ts',
        engine: 'cli/engine.ts',
        'desk-session': 'cli/desk-session.ts',
      },
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
await copyBeside('help', /\.md$/u);
await copyBeside('report', /\.(?:css|js)$/u);
await packSamples();
await buildScreen();

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

/** The samples as archives, each with the first paragraph of its README: a first try for whoever has no bundle. */
async function packSamples(): Promise<void> {
  const folder = join(out, 'samples');
  await mkdir(folder, { recursive: true });
  const list: { name: string; archive: string; about: string }[] = [];
  for (const name of sampleNames()) {
    const { archive } = readSample(name);
    await writeFile(join(folder, archive), packSample(name));
    const readme = await readFile(join(root, 'samples', name, 'README.md'), 'utf8');
    const [, about = ''] = /^#[^\n]*\n+(?<about>[^#]+?)(?:\n\n|$)/u.exec(readme) ?? [];
    list.push({ name, archive, about: about.replaceAll(/\s+/gu, ' ').trim() });
  }
  await writeFile(join(folder, 'samples.json'), JSON.stringify(list));
}

async function buildScreen(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'renderer'),
    plugins: [react()],
    css: { modules: { localsConvention: 'camelCase' } },
    build: {
      outDir: join(out, 'renderer'),
      emptyOutDir: true,
      target: 'es2024',
      // A strict policy lets no inline module in.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // One page on one machine: there is no road on which a smaller piece would come sooner.
      chunkSizeWarningLimit: 2_000,
    },
  });
}
