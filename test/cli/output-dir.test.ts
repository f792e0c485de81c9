import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { MAIN } from '../harness/analyze-sample.ts';
import { packSample } from '../harness/pack-sample.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { ill } from './bundles.ts';

const folder = temporaryFolder();

describe('--output-dir', () => {
  it('takes one file for each report and format, and makes the folder', async () => {
    const out = join(folder.path, 'new', 'reports');
    const one = folder.write('ill.zip', ill());
    const three = folder.write('three.tar.gz', packSample('three-hosts'));
    const args = ['--format', 'json,ticket', '--output-dir', out];
    const { code, stdout, stderr } = await runCli(['analyze', one, three, ...args]);
    expect([code, stdout]).toEqual([0, '']);
    const names = [
      'ill.json',
      'ill.ticket.md',
      'three-file-13.json',
      'three-file-13.ticket.md',
      'three-web-11.json',
      'three-web-11.ticket.md',
      'three-web-12.json',
      'three-web-12.ticket.md',
    ];
    expect(readdirSync(out)).toEqual(names);
    expect(stderr).toBe(names.map((name) => `The report is in ${join(out, name)}.\n`).join(''));
    // Our own output; report/report-schema.test.ts checks its shape.
    const { reports } = JSON.parse(readFileSync(join(out, 'three-web-11.json'), 'utf8')) as ReportFile;
    expect(reports.map(({ bundle }) => bundle.host['name'])).toEqual(['web-11']);
  });

  it('writes nothing at all where one of the files exists, unless forced', async () => {
    const out = join(folder.path, 'kept');
    mkdirSync(out);
    writeFileSync(join(out, 'ill.md'), 'written by hand');
    const args = [
      'analyze',
      folder.write('ill.zip', ill()),
      '--format',
      'html,markdown',
      '--output-dir',
      out,
    ];
    const { code, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(`${join(out, 'ill.md')} cannot be written: it exists already`);
    expect(readdirSync(out)).toEqual(['ill.md']);
    expect(readFileSync(join(out, 'ill.md'), 'utf8')).toBe('written by hand');
    expect((await runCli([...args, '--force'])).code).toBe(0);
    expect(readdirSync(out)).toEqual(['ill.html', 'ill.md']);
    expect(readFileSync(join(out, 'ill.md'), 'utf8')).toContain('# db-01.example');
  });

  it('leaves nothing half-written where a file cannot be written to its end', () => {
    const out = join(folder.path, 'small');
    const path = folder.write('ill.zip', ill());
    // A file may have 16 blocks of 1 KiB here: the ticket fits, the page does not.
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 16; exec "$@"', '-', process.execPath, MAIN, 'analyze', path].concat([
        ...['--format', 'ticket,html', '--output-dir', out],
      ]),
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toBe(
      `${join(out, 'ill.html')} cannot be written: it is larger than a file may be here. Nothing was written.\n`,
    );
    expect(readdirSync(out)).toEqual([]);
  });

  it('says so where a file stands in its place', async () => {
    const file = folder.write('file', 'x');
    const { code, stderr } = await runCli(['analyze', folder.write('ill.zip', ill()), '--output-dir', file]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${file} cannot be written: it exists already`);
  });

  it.each([
    [['--format', 'html,json'], 'Several formats are several files. Name their folder with --output-dir.'],
    [
      ['--output', 'a', '--output-dir', 'b'],
      '--output names one file and --output-dir a folder. Give one of them.',
    ],
    [['--format', 'html,docx'], '--format is docx; it can be text, json,'],
  ])('refuses what cannot be meant before anything is read: %j', async (args, sentence) => {
    const { code, stderr } = await runCli(['analyze', 'nothing.zip', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('nothing.zip');
  });
});
