import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packSample, readSample } from './pack-sample.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The command line as it is delivered. */
export const MAIN = join(ROOT, 'dist', 'cli', 'main.js');

/** Makes the command line anew from the sources at hand. Tests need not: it is built once before all of them. */
export function buildMain(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.ts')], {
    encoding: 'utf8',
  });
  if (status !== 0 || !existsSync(MAIN)) throw new Error(`The build failed: ${stderr.slice(-2000)}`);
}

/** Packs a sample and runs `analyze` on it. Returns what the command printed. */
export function analyzeSample(name: string, format: 'text' | 'json'): string {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  try {
    const archive = join(folder, readSample(name).archive);
    writeFileSync(archive, packSample(name));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [MAIN, 'analyze', archive, '--format', format, '--no-color'],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    if (status !== 0) throw new Error(`analyze of ${name} ended with ${status}: ${stderr.slice(-2000)}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
