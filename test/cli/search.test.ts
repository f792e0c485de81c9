import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tarOf } from '../harness/pack.ts';
import { endOf, runCli, startCli, type CliEnd } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { lookBundle } from './look-bundle.ts';

const folder = temporaryFolder();

const search = (...args: readonly string[]): Promise<CliEnd> =>
  runCli(['search', folder.write('look.tar.gz', lookBundle()), ...args]);

describe('search', () => {
  it('prints entry, line and text of what matches, wherever it lies', async () => {
    const { code, stdout, stderr } = await search('error');
    expect(stdout.split('\n')).toEqual([
      'sos-db-01/var/log/syslog.1.gz:2:two error',
      'sos-db-01/inner.zip!/etc/hosts:1:inner error',
      'sos-db-01/wide.txt:1:wide error',
      'sos-db-01/evil\\u{1b}[2J.log:1:bell\\u{7} error \\u{1b}]0;x\\u{7}\tend',
      '',
    ]);
    expect([code, stderr]).toEqual([0, 'sos-db-01/tool is no text, and holds it.\n']);
  });

  it.each([
    [
      ['error', '--ignore-case', '--in', '*.gz'],
      ['2:two error', '4:four Error'],
    ],
    [
      ['-i', 'ERR', '--in', 'var/**'],
      ['2:two error', '4:four Error'],
    ],
    [['--word', 'err', '--in', '*.gz'], []],
    [['--regex', '^t\\w+$', '--in', 'syslog*'], ['3:three']],
    [
      ['--regex', 't(wo|hree)', '--in', '*.GZ'],
      ['2:two error', '3:three'],
    ],
    [
      ['two', '--context', '1', '--in', '*.gz'],
      ['1-one', '2:two error', '3-three'],
    ],
  ])('takes %j', async (args, lines) => {
    const { stdout } = await search(...args);
    const found = stdout.split('\n').filter((line) => line !== '');
    expect(found.map((line) => line.replace(/^sos-db-01\/var\/log\/syslog\.1\.gz[:-]/u, ''))).toEqual(lines);
  });

  it('parts lines that do not follow each other', async () => {
    const { stdout } = await search('-C', '0', 'o', '--in', '*.gz');
    expect(stdout).not.toContain('--\n');
    const near = await search(
      '--context',
      '1',
      '--regex',
      'error$|hosts',
      '--in',
      'wide.txt',
      '--in',
      'inner.zip!/etc/hosts',
    );
    expect(near.stdout).toBe(
      'sos-db-01/inner.zip!/etc/hosts:1:inner error\n--\nsos-db-01/wide.txt:1:wide error\nsos-db-01/wide.txt-2-end\n',
    );
  });

  it('counts lines of each entry', async () => {
    const { stdout } = await search('error', '--count', '--ignore-case', '--in', '*.gz', '--in', 'tool');
    expect(stdout).toBe('sos-db-01/var/log/syslog.1.gz:2\nsos-db-01/tool:1\n');
  });

  it('prints JSON, also where nothing matches', async () => {
    const { stdout } = await search('error', '--format', 'json', '--in', '*.gz', '--in', 'tool', '-C', '1');
    expect(JSON.parse(stdout)).toEqual([
      { entry: 'sos-db-01/var/log/syslog.1.gz', line: 1, text: 'one', ranges: [], context: true },
      { entry: 'sos-db-01/var/log/syslog.1.gz', line: 2, text: 'two error', ranges: [[4, 9]] },
      { entry: 'sos-db-01/var/log/syslog.1.gz', line: 3, text: 'three', ranges: [], context: true },
      { entry: 'sos-db-01/tool', binary: true },
    ]);
    expect(JSON.parse((await search('nowhere', '--format', 'json')).stdout)).toEqual([]);
    expect(JSON.parse((await search('error', '--count', '--format', 'json', '--in', '*.gz')).stdout)).toEqual(
      [{ entry: 'sos-db-01/var/log/syslog.1.gz', count: 1 }],
    );
    const missing = await runCli(['search', `${folder.path}/none.zip`, 'x', '--format', 'json']);
    expect([missing.code, JSON.parse(missing.stdout)]).toEqual([3, []]);
  });

  it('says that no line matches, and ends with 0', async () => {
    const { code, stdout, stderr } = await search('nowhere');
    expect([code, stdout, stderr]).toEqual([0, '', 'No line matches.\n']);
  });

  it.each([
    ['a(b', "The pattern a(b cannot be used: '(' is not closed, at character 2."],
    [
      '(a)\\1',
      'The pattern (a)\\1 cannot be used: a back-reference cannot be matched in linear time, at character 4.',
    ],
  ])('refuses %s', async (pattern, sentence) => {
    const { code, stdout, stderr } = await search('--regex', pattern);
    expect([code, stdout, stderr]).toEqual([2, '', `bundlescope: ${sentence}\n`]);
  });

  it('refuses a context that is no number', async () => {
    const { code, stderr } = await search('x', '--context', 'some');
    expect([code, stderr.includes('--context is some; it can be 0 to 1000.')]).toEqual([2, true]);
  });

  it('says what could not be read', async () => {
    const path = folder.write(
      'cut.tar',
      tarOf([{ path: 'log', content: 'line\n'.repeat(1000) }]).subarray(0, 1500),
    );
    const { code, stdout, stderr } = await runCli(['search', path, 'line', '--count']);
    expect([code, stdout]).toEqual([6, 'log:197\n']);
    expect(stderr).toMatch(
      /^\S+ is damaged or cut short: .*\. What could be read of it was looked into\.\n$/u,
    );
  });

  it('is not stopped by an expression that goes back and forth', async () => {
    const path = folder.write('redos.txt', `${'a'.repeat(80)}b\n`.repeat(2000) + `${'x'.repeat(200_000)}\n`);
    const { code, stdout } = await runCli(['search', path, '--regex', '(a+)+$|(x+x+)+y']);
    expect([code, stdout]).toEqual([0, '']);
  });

  it('ends quietly where its reader goes away', async () => {
    const path = folder.write('long.txt', 'a line that matches\n'.repeat(300_000));
    const child = startCli(['search', path, 'line']);
    child.stdin.end();
    child.stdout.once('data', () => child.stdout.destroy());
    const { code, signal, stderr } = await endOf(child);
    expect([code, signal, stderr]).toEqual([0, null, '']);
  });
});

const HAS_GREP = /GNU grep/u.test(spawnSync('grep', ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** Words with one in common, so that most searches find something. */
const line = fc.array(
  fc.constantFrom('error', 'Error', 'err', 'link', 'up', 'down', 'eth0:', '(1)', 'a.b', '\t'),
  { maxLength: 6 },
);
const tree = fc.array(fc.tuple(fc.constantFrom('\n', '\r\n'), fc.array(line, { maxLength: 30 })), {
  minLength: 1,
  maxLength: 5,
});

describe('search and grep', () => {
  it.skipIf(!HAS_GREP)('find the same lines (needs GNU grep)', async () => {
    const query = fc.record({
      pattern: fc.constantFrom('error', 'err', 'a.b', '(1)', 'eth0', 'p d'),
      flags: fc.subarray(['-i', '-w']),
      context: fc.integer({ min: 0, max: 2 }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(tree, query, async (files, { pattern, flags, context }) => {
        const top = join(folder.path, `tree-${run++}`);
        for (const [index, [end, lines]] of files.entries()) {
          const path = join(top, `f${index}.log`);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, lines.map((words) => words.join(' ') + end).join(''));
        }
        const args = [...flags, '-C', String(context), '--', pattern];
        const grep = spawnSync('grep', ['-r', '-n', '-F', '--color=never', ...args, '.'], {
          cwd: top,
          encoding: 'utf8',
        });
        const ours = await runCli(['search', ...flags, '-C', String(context), top, pattern]);
        expect(groupsOf(ours.stdout)).toEqual(
          groupsOf(grep.stdout.replaceAll('\r', '').replaceAll(/^\.\//gmu, '')),
        );
      }),
      { numRuns: 12, seed: 5 },
    );
  });
});

/** Grep reads a folder in no order, so groups of lines are compared as a set. */
function groupsOf(output: string): readonly string[] {
  const lines = output.split('\n').filter((one) => one !== '--' && one !== '');
  return lines.toSorted();
}
