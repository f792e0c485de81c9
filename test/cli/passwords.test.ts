import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { MAIN } from '../harness/analyze-sample.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { aesPart, zipCryptoPart } from '../harness/zip-passwords.ts';
import { zipFile } from '../harness/zip-records.ts';
import { UNHEALTHY } from './bundles.ts';

const PASSWORD = 'correct horse';
const HAS_TERMINAL = /util-linux/u.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);

const folder = temporaryFolder();

/** A health that needs the password, and one file that needs none. */
const locked = (): string =>
  folder.write(
    'locked.zip',
    zipFile([
      aesPart('health.txt', UNHEALTHY, PASSWORD),
      zipCryptoPart('mount.txt', '/dev/sda1 on / type xfs (rw)\n', PASSWORD),
      { name: 'uname.txt', content: 'Linux db-01 5.15.0-1 #1 SMP x86_64 GNU/Linux\n' },
    ]),
  );
const passwordFile = (text: string): string => folder.write('password', text);

describe('--password-file', () => {
  it('opens encrypted members by the first line of the file', async () => {
    for (const text of [`${PASSWORD}\nsecond line\n`, `${PASSWORD}\r\n`, PASSWORD]) {
      const file = passwordFile(text);
      const { code, stdout, stderr } = await runCli(['analyze', locked(), '--password-file', file]);
      expect(stdout).toContain('health/unhealthy-agent');
      expect(stderr).toBe('');
      expect(code).toBe(0);
    }
  });

  it('serves entries and facts alike', async () => {
    const file = passwordFile(PASSWORD);
    const entries = await runCli(['entries', locked(), '--password-file', file]);
    expect(entries.stdout).toMatch(/health\.txt.*mdatp\.health/u);
    const facts = await runCli(['facts', locked(), 'mdatp.health', '--password-file', file]);
    expect(facts.stdout).toContain('"status": "known"');
  });

  it('serves show and search, which say where it is missing', async () => {
    const file = passwordFile(PASSWORD);
    const shown = await runCli(['show', locked(), 'health.txt:1', '--password-file', file]);
    expect([shown.code, shown.stdout]).toEqual([0, `${UNHEALTHY.split('\n')[0]}\n`]);
    const found = await runCli(['search', locked(), 'xfs', '--password-file', file]);
    expect([found.stdout, found.stderr]).toEqual(['mount.txt:1:/dev/sda1 on / type xfs (rw)\n', '']);
    const closed = await runCli(['show', locked(), 'health.txt']);
    expect([closed.code, closed.stdout]).toEqual([3, '']);
    expect(closed.stderr).toContain('are encrypted and no password is given.');
    expect(closed.stderr).not.toContain('damaged');
    const without = await runCli(['search', locked(), 'Linux']);
    expect(without.stdout).toBe('uname.txt:1:Linux db-01 5.15.0-1 #1 SMP x86_64 GNU/Linux\n');
    expect(without.stderr).toContain('health.txt, mount.txt are encrypted and no password is given.');
  });

  it('is asked for in one sentence, and what needs none is read', async () => {
    const { code, stdout, stderr } = await runCli(['facts', locked(), 'mdatp.health']);
    expect(stderr).toBe(
      'locked.zip: health.txt, mount.txt are encrypted and no password is given. Write the password into a file and name it with --password-file.\n',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('"status": "not-read"');
    expect(stdout).toContain('"reason": "health.txt is encrypted"');
  });

  it('is said to be wrong in one sentence that does not show it', async () => {
    const file = passwordFile('wrong one\n');
    const { stdout, stderr } = await runCli([
      'analyze',
      locked(),
      '--format',
      'json',
      '--password-file',
      file,
    ]);
    expect(stderr).toBe(
      'locked.zip: The password does not open health.txt, mount.txt. Check the password: only the first line of its file counts.\n',
    );
    expect(stdout).not.toContain('wrong one');
  });

  it('is refused where it is missing or empty', async () => {
    const missing = await runCli(['entries', locked(), '--password-file', join(folder.path, 'nowhere')]);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/^bundlescope: The password file .+nowhere cannot be read: ENOENT/u);
    const empty = await runCli(['entries', locked(), '--password-file', passwordFile('\nsecond\n')]);
    expect(empty.code).toBe(2);
    expect(empty.stderr).toMatch(/^bundlescope: The first line of .+password is empty/u);
  });

  it.skipIf(!HAS_TERMINAL)(
    'is not needed on a terminal, which asks and does not show what is typed',
    async () => {
      const output = await onTerminal([PASSWORD]);
      expect(output).toContain('health/unhealthy-agent');
      expect(output).not.toContain(PASSWORD);
    },
  );

  it.skipIf(!HAS_TERMINAL)(
    'is asked for again on a terminal where it is wrong, and an empty one ends that',
    async () => {
      const output = await onTerminal(['wrong one', '']);
      expect(output).toContain('It does not open all of it.');
      expect(output).toContain('The password does not open health.txt, mount.txt.');
      expect(output).toContain('Nothing was found.');
    },
  );
});

/** Types a line whenever one is asked for. */
function onTerminal(lines: readonly string[]): Promise<string> {
  const command = [process.execPath, MAIN, 'analyze', locked(), '--no-color'].map((part) => `'${part}'`);
  const child = spawn('script', ['-qec', command.join(' '), '/dev/null'], {
    env: { ...process.env, TERM: 'xterm-256color' },
  });
  const left = [...lines];
  let asked = 0;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    const prompts = output.split('(not shown): ').length - 1;
    for (; asked < prompts; asked++) child.stdin.write(`${left.shift() ?? ''}\n`);
  });
  return new Promise((resolve) => void child.on('close', () => resolve(output)));
}
