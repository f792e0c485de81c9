import { describe, expect, it } from 'vitest';

import { tarOf, type PackedFile } from '../harness/pack.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/**
 * What would colour, title, clear or turn around a terminal, forge a line or hide a letter, were it printed: CSI, OSC,
 * C1, bidi override, line separator, byte order mark, backspace.
 */
const HOSTILE = '\u001b[31m\u001b]0;owned\u0007\u009b2J\u202e\u2028\ufeff\b';
const COMMANDS_TERMINALS = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const FILES: readonly PackedFile[] = [
  { path: `sos_commands/${HOSTILE}/file`, content: 'x' },
  { path: `var/log/messages-${HOSTILE}`, content: `db-01 kernel: ${HOSTILE} backlog limit exceeded\n` },
  { path: 'etc/hostname', content: `db-01${HOSTILE}\n` },
  { path: 'etc/os-release', content: `ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian 12 ${HOSTILE}"\n` },
  { path: 'etc/environment', content: `https_proxy=http://robot:secret@proxy.example:3128\n# ${HOSTILE}\n` },
  { path: `etc/link-${HOSTILE}`, link: `../usr/${HOSTILE}` },
  {
    path: 'sos_commands/process/ps_auxwwwm',
    content: `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 81 0.0 0.1 1 1 ? Sl 06:00 0:01 /opt/microsoft/mdatp/sbin/wdavdaemon ${HOSTILE}\n`,
  },
];

const folder = temporaryFolder();

describe('control characters of the data never reach the terminal', () => {
  it.each([
    ['the report', ['analyze'], 'authenticated-proxy'],
    ['the report as JSON', ['analyze', '--format', 'json'], 'authenticated-proxy'],
    ['the report as a page', ['analyze', '--format', 'html'], 'authenticated-proxy'],
    ['the report as Markdown', ['analyze', '--format', 'markdown'], 'authenticated-proxy'],
    ['the report as a ticket', ['analyze', '--format', 'ticket'], 'proxy'],
    ['the list of entries', ['entries'], 'sos_commands/'],
    ['the list of entries as JSON', ['entries', '--format', 'json'], 'sos_commands/'],
    ['facts', ['facts'], 'wdavdaemon'],
  ])('in %s', async (_name, args, shown) => {
    const path = folder.write('hostile.tar', tarOf(FILES));
    const { code, stdout, stderr } = await runCli([...args, path]);
    expect(code).toBe(0);
    expect(stdout).toContain(shown);
    expect(stdout).not.toMatch(COMMANDS_TERMINALS);
    expect(stderr).toBe('');
  });

  it('in complaints about a file of such a name, and in the problems of a damaged one', async () => {
    const bytes = tarOf(FILES);
    const path = folder.write(`cut-${HOSTILE}.tar`, bytes.subarray(0, bytes.length - 1500));
    const { code, stdout, stderr } = await runCli(['analyze', path]);
    expect(code).toBe(6);
    expect(stderr).toContain('is damaged or cut short');
    expect(stdout + stderr).not.toMatch(COMMANDS_TERMINALS);
  });

  it.each([
    ['a path', ['analyze', `nowhere-${HOSTILE}`]],
    ['a command', [`analyze-${HOSTILE}`]],
    ['an option', ['analyze', `--fast-${HOSTILE}`]],
    ['a value', ['analyze', 'x', '--profile', HOSTILE]],
    ['an id', ['analyze', 'x', '--only', `health/${HOSTILE}`]],
  ])('in a complaint about %s', async (_name, args) => {
    const { stdout, stderr } = await runCli(args);
    expect(stderr).toContain('\\u{1b}');
    expect(stdout + stderr).not.toMatch(COMMANDS_TERMINALS);
  });

  it('in JSON they read back as they were', async () => {
    const path = folder.write('hostile.tar', tarOf(FILES));
    const { stdout } = await runCli(['entries', '--format', 'json', path]);
    const rows = JSON.parse(stdout) as readonly { readonly path: string }[];
    expect(rows.map((row) => row.path)).toContain(`sos_commands/${HOSTILE}/file`);
  });
});
