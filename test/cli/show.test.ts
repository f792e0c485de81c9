import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

import { MAIN } from '../harness/analyze-sample.ts';
import { tarOf, zipOf } from '../harness/pack.ts';
import { runCli, type CliEnd } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { lookBundle } from './look-bundle.ts';

/** script(1) of util-linux gives a command a terminal. Elsewhere it takes other arguments, or is missing. */
const HAS_TERMINAL = /util-linux/u.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);

const folder = temporaryFolder();

const show = (...args: readonly string[]): Promise<CliEnd> =>
  runCli(['show', folder.write('look.tar.gz', lookBundle()), ...args]);

const ended = ({ code, stdout, stderr }: CliEnd): readonly unknown[] => [code, stdout, stderr];

describe('show', () => {
  it.each([
    ['sos-db-01/etc/hosts', '127.0.0.1 localhost\n192.0.2.7 db-01\n'],
    ['sos-db-01/etc/hosts:2', '192.0.2.7 db-01\n'],
    ['sos-db-01/var/log/syslog.1.gz:2-3', 'two error\nthree\n'],
    ['sos-db-01/var/log/syslog.1.gz:3-99', 'three\nfour Error\n'],
    ['sos-db-01/inner.zip!/etc/hosts', 'inner error\n'],
    ['sos-db-01/inner.zip!/odd!!name:7', 'odd\n'],
    ['sos-db-01/inner.zip!/odd!!name:7:1', 'odd\n'],
    ['sos-db-01/wide.txt', 'wide error\nend\n'],
    ['sos-db-01/var/motd', 'welcome to db-01\n'],
  ])('prints %s', async (address, lines) => {
    expect(ended(await show(address))).toEqual([0, lines, '']);
  });

  it('takes an address from the root of the bundle, as reports print it', async () => {
    expect(ended(await show('var/log/syslog.1.gz:2'))).toEqual([0, 'two error\n', '']);
  });

  it('follows links inside the bundle', async () => {
    expect(ended(await show('sos-db-01/etc/os-release'))).toEqual([0, 'ID=debian\n', '']);
    expect(ended(await show('sos-db-01/etc/motd:1'))).toEqual([0, 'welcome to db-01\n', '']);
  });

  it('lets no control character of the bundle through', async () => {
    expect(ended(await show('sos-db-01/evil\u001b[2J.log'))).toEqual([
      0,
      'bell\\u{7} error \\u{1b}]0;x\\u{7}\tend\n',
      '',
    ]);
  });

  it('prints a section of a supportconfig file by the lines of that file', async () => {
    const text =
      '#==[ Command ]====#\n# /bin/uname -a\nLinux web-03\n\n#==[ Command ]====#\n# /bin/df\nFilesystem\n/dev/sda1\n';
    const path = folder.write('scc.tar', tarOf([{ path: 'scc/basic.txt', content: text }]));
    expect(ended(await runCli(['show', path, 'scc/basic.txt!#/bin/df']))).toEqual([
      0,
      'Filesystem\n/dev/sda1\n',
      '',
    ]);
    expect(ended(await runCli(['show', path, 'scc/basic.txt!#/bin/df:8']))).toEqual([0, '/dev/sda1\n', '']);
    expect(ended(await runCli(['show', path, 'scc/basic.txt:3']))).toEqual([0, 'Linux web-03\n', '']);
  });

  it('reads standard input', async () => {
    const { code, stdout } = await runCli(['show', '-', 'sos-db-01/etc/hosts:1'], { input: lookBundle() });
    expect([code, stdout]).toEqual([0, '127.0.0.1 localhost\n']);
  });

  it('says which entry may have been meant', async () => {
    const path = folder.write('look.tar.gz', lookBundle());
    expect(ended(await show('sos-db-01/etc/hots'))).toEqual([
      3,
      '',
      `${path} holds no entry sos-db-01/etc/hots. Did you mean sos-db-01/etc/hosts, sos-db-01/inner.zip!/etc/hosts?\n`,
    ]);
    expect(ended(await show('etc/hosts'))).toEqual([
      3,
      '',
      `${path} holds no entry etc/hosts. Several end like it: sos-db-01/etc/hosts, sos-db-01/inner.zip!/etc/hosts. Give one of them.\n`,
    ]);
    expect((await show('nothing/of/the/kind')).stderr).toBe(
      `${path} holds no entry nothing/of/the/kind. "bundlescope entries" lists what is in it.\n`,
    );
  });

  it('says that an entry has no such line, or no content', async () => {
    expect(ended(await show('sos-db-01/etc/hosts:3'))).toEqual([
      3,
      '',
      'sos-db-01/etc/hosts has only 2 lines.\n',
    ]);
    const zip = folder.write('one.zip', zipOf([{ path: 'folder/' }, { path: 'folder/file', content: '' }]));
    expect(ended(await runCli(['show', zip, 'folder']))).toEqual([
      3,
      '',
      'folder is a folder. "bundlescope entries" lists what is in it.\n',
    ]);
    expect(ended(await runCli(['show', zip, 'folder/file']))).toEqual([0, '', '']);
    expect((await show('sos-db-01/inner.zip')).stderr).toBe(
      'sos-db-01/inner.zip is an archive; its members are entries of their own. "bundlescope entries" lists what is in it.\n',
    );
  });

  it('shows what is left of a damaged entry, and says so', async () => {
    const tar = tarOf([{ path: 'log', content: 'line\n'.repeat(1000) }]);
    const path = folder.write('cut.tar', tar.subarray(0, 512 + 1002));
    const { code, stdout, stderr } = await runCli(['show', path, 'log']);
    expect([code, stdout.length]).toEqual([6, 1003]);
    expect(stderr).toContain('log is damaged or cut short. What could be read of it is shown.\n');
    expect(ended(await runCli(['show', path, 'log:7']))).toEqual([0, 'line\n', '']);
  });

  it('says that there is no such bundle', async () => {
    const { code, stderr } = await runCli(['show', `${folder.path}/none.zip`, 'x']);
    expect([code, stderr]).toEqual([
      3,
      `${folder.path}/none.zip does not exist. Nothing was read from it. Check the path and its permissions.\n`,
    ]);
  });

  it('writes bytes to a pipe', () => {
    const { stdout } = spawnSync(process.execPath, [
      MAIN,
      'show',
      folder.write('look.tar.gz', lookBundle()),
      'sos-db-01/wide.txt',
      '--bytes',
    ]);
    expect(stdout.equals(Buffer.from('\ufeffwide error\r\nend\r\n', 'utf16le'))).toBe(true);
  });

  it.skipIf(!HAS_TERMINAL)('writes no bytes to a terminal (needs script of util-linux)', () => {
    const path = folder.write('look.tar.gz', lookBundle());
    const command = [process.execPath, MAIN, 'show', path, 'sos-db-01/wide.txt', '--bytes'].map(
      (part) => `'${part}'`,
    );
    const { stdout, status } = spawnSync('script', ['-qec', command.join(' '), '/dev/null'], {
      encoding: 'utf8',
      input: '',
    });
    expect(stdout).toContain('--bytes writes to a file or a pipe');
    expect(status).toBe(2);
  });
});
