import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { ReportFile } from '../../engine/api/index.ts';
import { zipOf } from '../harness/pack.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { cutSosreport, encryptedZip, UNHEALTHY } from './bundles.ts';

const folder = temporaryFolder();

/** Each gives one sentence: what is wrong, with what, what was read all the same, what to do. */
describe('bad input', () => {
  it('a path that does not exist', async () => {
    expect(await runCli(['analyze', 'nowhere.zip'])).toMatchObject({
      code: 3,
      stdout: '',
      stderr: 'nowhere.zip does not exist. Nothing was read from it. Check the path and its permissions.\n',
    });
  });

  it('an empty file', async () => {
    const path = folder.write('empty.zip', '');
    expect(await runCli(['analyze', path])).toMatchObject({
      code: 3,
      stdout: '',
      stderr: `${path} is empty. Nothing can be read from it. Collect the bundle again.\n`,
    });
  });

  it('an empty standard input', async () => {
    expect(await runCli(['analyze', '-'])).toMatchObject({
      code: 3,
      stderr: 'standard input is empty. Nothing can be read from it. Collect the bundle again.\n',
    });
  });

  it('a text that nothing knows', async () => {
    const path = folder.write('shopping.txt', 'milk\nbread\n');
    const { code, stdout, stderr } = await runCli(['analyze', path]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^shopping\.txt holds nothing that is known \(1 entry seen\)\. Give .+\.\n$/u);
  });

  it('an archive in which nothing is known', async () => {
    const path = folder.write('photos.zip', zipOf([{ path: 'a.jpg', content: 'x' }, { path: 'b.jpg' }]));
    const { code, stdout, stderr } = await runCli(['analyze', path]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^photos\.zip holds nothing that is known \(2 entries seen\)\. Give .+\.\n$/u);
  });

  it('an empty folder', async () => {
    const path = join(folder.path, 'nothing');
    mkdirSync(path);
    const { code, stderr } = await runCli(['analyze', path]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^nothing holds nothing that is known \(0 entries seen\)\. /u);
  });

  it('a tar.gz that is cut in the middle: what came before the cut is judged', async () => {
    const path = folder.write('cut.tar.gz', cutSosreport());
    const { code, stdout, stderr } = await runCli(['analyze', path]);
    expect(code).toBe(6);
    expect(stderr).toMatch(
      /^cut\.tar\.gz is damaged or cut short: .+\. 4 entries .+ judged\. Copy or collect the archive again\.\n$/u,
    );
    expect(stdout).toContain('Partial: the archive is damaged or cut short. What was read is judged below.');
    expect(stdout).toContain('connectivity/authenticated-proxy');
  });

  it('a zip that needs a password for all of it', async () => {
    const path = folder.write(
      'locked.zip',
      encryptedZip([
        { path: 'health.txt', content: UNHEALTHY },
        { path: 'mde.xml', content: '<mdatp/>' },
      ]),
    );
    const { code, stdout, stderr } = await runCli(['analyze', path, '--format', 'json']);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^locked\.zip: health\.txt, mde\.xml are encrypted .*\. Write the password into a file and name it .*\.\n$/u,
    );
    const [report] = (JSON.parse(stdout) as ReportFile).reports;
    // The times of files stand in the directory of a zip, which no password hides.
    const judged = report?.analyzers.filter(({ status }) => status === 'clean' || status === 'found');
    expect(judged).toMatchObject([
      {
        id: 'bundle/incomplete-collection',
        status: 'clean',
        notSeen: [{ reason: 'health.txt is encrypted' }],
      },
    ]);
    expect(report?.entries).toEqual({ total: 2, recognised: 0, unrecognised: 2 });
  });

  it('a zip that needs a password for one file: that one was not read, the others are judged', async () => {
    const zip = encryptedZip(
      [
        { path: 'health.txt', content: UNHEALTHY },
        { path: 'mde.xml', content: '<mdatp/>' },
        { path: 'mount.txt', content: '/dev/sda1 on / type xfs (rw)' },
      ],
      ['mount.txt'],
    );
    const args = ['--format', 'json', '--only', 'filesystem/unprotected-filesystem,health/unhealthy-agent'];
    const { code, stdout } = await runCli(['analyze', folder.write('partly.zip', zip), ...args]);
    expect(code).toBe(0);
    const [report] = (JSON.parse(stdout) as ReportFile).reports;
    expect(report?.analyzers).toMatchObject([
      {
        status: 'blocked',
        notSeen: [{ fact: 'storage.mounts', status: 'not-read', reason: 'mount.txt is encrypted' }],
      },
      { status: 'found' },
    ]);
    expect(report?.problems).toMatchObject([{ code: 'password-needed' }]);
  });

  it('after a cut, what is missing was not read, which is not the same as not collected', async () => {
    const path = folder.write('cut.tar.gz', cutSosreport());
    const { stdout } = await runCli(['analyze', path, '--format', 'json', '--only', 'sizing/too-few-cores']);
    // Our own output, whose shape a test of its own checks.
    const [report] = (JSON.parse(stdout) as ReportFile).reports;
    expect(report?.analyzers).toMatchObject([
      { id: 'sizing/too-few-cores', status: 'blocked', notSeen: [{ status: 'not-read' }] },
    ]);
  });

  it('one bad path beside a good one: the good one is judged', async () => {
    const path = folder.write('health.txt', UNHEALTHY);
    const { code, stdout, stderr } = await runCli(['analyze', path, 'nowhere.zip']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^nowhere\.zip does not exist\./u);
    expect(stdout).toContain('health/unhealthy-agent');
  });

  it.each(['analyze', 'facts', 'entries'])('%s: JSON stays valid', async (command) => {
    const format = command === 'facts' ? [] : ['--format', 'json'];
    for (const path of [
      'nowhere.zip',
      folder.write('cut.tar.gz', cutSosreport()),
      folder.write('empty', ''),
    ]) {
      const { stdout } = await runCli([command, path, ...format]);
      expect(typeof JSON.parse(stdout)).toBe('object');
    }
  });
});
