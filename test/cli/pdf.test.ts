import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

import { programAt } from '../../scripts/test-packages.ts';
import { describeWith } from '../harness/needs.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { ill } from './bundles.ts';

const folder = temporaryFolder();

describeWith('chromium', '--format pdf', () => {
  it('prints every finding with its evidence, on pages with numbers', { timeout: 180_000 }, async () => {
    const output = join(folder.path, 'report.pdf');
    const { code, stderr } = await runCli([
      ...['analyze', folder.write('ill.zip', ill()), '--format', 'pdf', '--output', output],
    ]);
    expect([code, stderr]).toEqual([0, `The report is in ${output}.\n`]);
    expect(readFileSync(output).subarray(0, 5).toString()).toBe('%PDF-');
    if (programAt('pdftotext') === undefined) return;
    const { stdout } = spawnSync('pdftotext', ['-layout', output, '-'], { encoding: 'utf8' });
    const pages = stdout.split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(3);
    // What is folded on a screen is printed: a finding that is not critical, and the line that proves it.
    expect(stdout).toContain('Log level above info');
    expect(stdout).toMatch(/log_level\s*:\s*"debug"/u);
    expect(pages[0]).toMatch(new RegExp(`1 / ${pages.length}\\s*$`, 'u'));
  });

  it('leaves nothing in the place for temporary files', { timeout: 180_000 }, async () => {
    const temporary = join(folder.path, 'tmp');
    mkdirSync(temporary);
    const path = folder.write('ill.zip', ill());
    const args = ['analyze', path, '--format', 'pdf', '--output', join(folder.path, 'other.pdf')];
    expect((await runCli(args, { env: { TMPDIR: temporary } })).code).toBe(0);
    expect(readdirSync(temporary).filter((name) => name.startsWith('bundlescope'))).toEqual([]);
    expect(tmpdir()).not.toBe(temporary);
  });
});

describeWith('bash', '--format pdf without a browser that works', () => {
  it('says in one sentence that there is none', async () => {
    const { code, stdout, stderr } = await runCli(
      [
        'analyze',
        folder.write('ill.zip', ill()),
        '--format',
        'pdf',
        '--output',
        join(folder.path, 'none.pdf'),
      ],
      { env: { PATH: dirname(process.execPath) } },
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'bundlescope: A PDF is printed by an installed Chromium, Chrome or Edge, and none was found on this machine; --format html gives the same page.\n',
    );
  });

  it('says what the browser said, and writes nothing', async () => {
    const programs = join(folder.path, 'bin');
    mkdirSync(programs);
    writeFileSync(join(programs, 'chromium'), '#!/bin/bash\necho "cannot open display" >&2\nexit 1\n');
    chmodSync(join(programs, 'chromium'), 0o755);
    const output = join(folder.path, 'broken.pdf');
    const { code, stderr } = await runCli(
      ['analyze', folder.write('ill.zip', ill()), '--format', 'pdf', '--output', output],
      { env: { PATH: `${programs}:/usr/bin:/bin` } },
    );
    expect(code).toBe(2);
    expect(stderr).toBe(
      `${join(programs, 'chromium')} printed no PDF: cannot open display. --format html gives the same page.\n`,
    );
    expect(readdirSync(folder.path)).not.toContain('broken.pdf');
  });
});
