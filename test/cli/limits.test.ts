import { describe, expect, it } from 'vitest';

import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { healthy, UNHEALTHY } from './bundles.ts';

const folder = temporaryFolder();

describe('--limit', () => {
  it.each(['analyze', 'entries', 'facts'])(
    'is told by the help of %s with all names and values',
    async (command) => {
      const { stdout } = await runCli([command, '--help']);
      const text = stdout.replaceAll(/\s+/gu, ' ');
      expect(text).toContain('total-bytes=64GiB, entry-bytes=16GiB, ratio=1000,');
      expect(text).toContain('wall-time=1h, memory-bytes=1GiB');
    },
  );

  it('ends the run where it is met, with what was read', async () => {
    const path = folder.write('healthy.zip', healthy());
    const { code, stdout, stderr } = await runCli([
      'analyze',
      path,
      '--format',
      'json',
      '--limit',
      'entries=3',
    ]);
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({ reports: [{ ended: 'limit' }] });
    expect(stderr).toBe(
      'healthy.zip: More than 3 entries; the rest was not read. What was read until then is judged.\n',
    );
  });

  it('leaves out what is too large and goes on', async () => {
    const path = folder.write('health.txt', UNHEALTHY);
    const { code, stdout } = await runCli([
      'entries',
      path,
      '--limit',
      'entry-bytes=1KiB',
      '--limit',
      'ratio=5',
    ]);
    expect([code, stdout.includes('health.txt')]).toEqual([0, true]);
  });

  it.each([
    ['entry-byte=5', 'There is no limit entry-byte. Did you mean entry-bytes?'],
    ['entry-bytes', '--limit is entry-bytes; it has the form NAME=VALUE, as entry-bytes=2GiB.'],
    [
      'entry-bytes=much',
      '--limit entry-bytes=much is no value above zero in bytes, KiB, MiB or GiB; the standard is entry-bytes=16GiB.',
    ],
    [
      'entries=0',
      '--limit entries=0 is no value above zero without a unit; the standard is entries=5000000.',
    ],
    [
      'wall-time=5GiB',
      '--limit wall-time=5GiB is no value above zero in ms, s, min or h; the standard is wall-time=1h.',
    ],
  ])('refuses %s', async (limit, sentence) => {
    const { code, stdout, stderr } = await runCli(['analyze', 'nowhere.zip', '--limit', limit]);
    expect([code, stdout, stderr]).toEqual([2, '', `bundlescope: ${sentence}\n`]);
  });
});
