import { describe, expect, it } from 'vitest';
import { readLines } from '../../test/harness/read-lines.ts';
import { cli, type Cli } from './cli.ts';

const read = (text: string): Cli => readLines<Cli>(cli, { 'health.txt': text });

describe('mdatp.cli', () => {
  it.each([
    'bash: mdatp: command not found',
    '/bin/sh: 1: mdatp: not found',
    '-bash: line 3: mdatp: command not found',
    "ls: cannot access '/usr/bin/mdatp': No such file or directory",
  ])('reads that the command is not there: %s', (text) => {
    expect(read(`${text}\n`).missing?.value).toBe(text);
  });

  it('reads its row in a list of files', () => {
    const row =
      'lrwxrwxrwx 1 root root 45 Mar 14 12:00 /usr/bin/mdatp -> /opt/microsoft/mdatp/sbin/wdavdaemonclient';
    expect(read(`${row}\n`).listed?.value).toBe(row);
  });

  it('leaves out lines that only name it', () => {
    expect(read('exec /usr/bin/mdatp health\n')).toEqual({ listed: undefined, missing: undefined });
  });
});
