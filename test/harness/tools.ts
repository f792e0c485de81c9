import { execFileSync } from 'node:child_process';

/** Packers that come with a system, and the Debian package of each. */
const PACKAGES = { bzip2: 'bzip2', xz: 'xz-utils', zstd: 'zstd' } as const;
export type Tool = keyof typeof PACKAGES;

/** Whether a packer is there. Where tests must be complete, a missing one is a failure. */
export function hasTool(tool: Tool): boolean {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore', input: '' });
    return true;
  } catch {
    if (process.env['CI'] === 'true') throw new Error(`${PACKAGES[tool]} is not installed`);
    return false;
  }
}

/** What a packer makes of some bytes. */
export function packedBy(tool: Tool, input: Uint8Array | string, ...options: readonly string[]): Buffer {
  return execFileSync(tool, ['-c', ...options], {
    input: typeof input === 'string' ? Buffer.from(input) : input,
    maxBuffer: 1024 * 1024 * 1024,
  });
}
