import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { measure } from './measure.ts';

/** Holds 64 MiB, and lives long enough to be asked a few times. */
const HOLDS =
  'const held = Buffer.alloc(64 * 1024 * 1024, 1); setTimeout(() => console.log(held.length), 200);';

describe('measure', () => {
  it('gives the output and the exit code of a program', async () => {
    const run = await measure([process.execPath, '-e', "console.log('said'); process.exitCode = 3"], {
      keepsOutput: true,
    });
    expect([run.status, run.stdout]).toEqual([3, 'said\n']);
  });

  it.skipIf(!existsSync('/proc/self/status'))('sees the memory of a program at its highest', async () => {
    const { peakBytes = 0 } = await measure([process.execPath, '-e', HOLDS]);
    expect(peakBytes).toBeGreaterThan(64 * 1024 * 1024);
  });

  it.skipIf(!existsSync('/proc/self/status'))('sees the memory of what the program starts', async () => {
    const starts = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(HOLDS)}]);`;
    const { peakBytes = 0, childPeakBytes = 0 } = await measure([process.execPath, '-e', starts]);
    expect(childPeakBytes).toBeGreaterThan(peakBytes + 40 * 1024 * 1024);
  });

  it('rejects where there is no such program', async () => {
    await expect(measure(['no-such-program-here'])).rejects.toThrow('ENOENT');
  });
});
