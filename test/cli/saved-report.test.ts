import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { ill } from './bundles.ts';

const folder = temporaryFolder();

async function saved(): Promise<string> {
  const output = join(folder.path, 'saved.json');
  await runCli([
    'analyze',
    folder.write('ill.zip', ill()),
    '--format',
    'json',
    '--output',
    output,
    '--force',
  ]);
  return output;
}

describe('report', () => {
  it.each(['json', 'html', 'markdown', 'ticket', 'sarif', 'junit', 'csv'])(
    'gives the same as the bundle itself: %s',
    async (format) => {
      const path = await saved();
      const again = await runCli(['report', path, '--format', format]);
      const direct = await runCli(['analyze', join(folder.path, 'ill.zip'), '--format', format]);
      expect([again.code, again.stderr]).toEqual([0, '']);
      expect(again.stdout).toBe(direct.stdout);
    },
  );

  it('reads standard input, and several reports as one', async () => {
    const path = await saved();
    const piped = await runCli(['report', '-', '--format', 'json'], { input: readFileSync(path) });
    expect(piped.stdout).toBe(readFileSync(path, 'utf8'));
    const two = await runCli(['report', path, path, '--format', 'csv']);
    const one = await runCli(['report', path, '--format', 'csv']);
    expect(two.stdout.split('\r\n').length).toBe(one.stdout.split('\r\n').length * 2 - 2);
  });

  it.each([
    ['no JSON', 'PK\u0003\u0004', 'is no report of Bundlescope: it is no JSON.'],
    ['other JSON', '{"findings":[]}', 'is no report of Bundlescope: it is JSON of something else.'],
    [
      'a newer report',
      '{"schema":99,"tool":{"name":"bundlescope","version":"9"},"reports":[]}',
      'was written by a newer Bundlescope: its schema is 99, and this one reads up to 2. Update Bundlescope.',
    ],
    [
      'a report with a hole',
      '{"schema":1,"tool":{"name":"bundlescope","version":"1"},"reports":[{}]}',
      'is no report of Bundlescope: reports.0',
    ],
  ])('says what it was given: %s', async (_name, text, sentence) => {
    const path = folder.write('given.json', text);
    const { code, stdout, stderr } = await runCli(['report', path]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`${path} ${sentence}`);
  });
});

describe('analyze', () => {
  it('names the command for a saved report', async () => {
    const path = await saved();
    const { code, stderr } = await runCli(['analyze', path]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${path} is a saved report and no bundle. "bundlescope report" shows it again.`);
  });
});
