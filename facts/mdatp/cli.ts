import { lineFact, type Located } from '../../engine/api/index.ts';

export interface Cli {
  /** The row of /usr/bin/mdatp in a list of files. */
  readonly listed: Located<string> | undefined;
  /** What says that the command is not there. */
  readonly missing: Located<string> | undefined;
}

interface State {
  listed: Located<string> | undefined;
  missing: Located<string> | undefined;
}

const OUTPUTS = [
  'health.txt',
  'mdatp_health*',
  'mdatp-health*',
  'exclusions.txt',
  'definitions.txt',
  'threat_list.txt',
  'connectivity_test*',
  'mde_directories.txt',
] as const;

/**
 * Whether the command mdatp is where a shell finds it, from lists of files and from what shells complain of:
 *
 *   lrwxrwxrwx 1 root root 45 Mar 14 12:00 /usr/bin/mdatp -> /opt/microsoft/mdatp/sbin/wdavdaemonclient
 *   bash: mdatp: command not found
 */
export const cli = lineFact<State, Cli>({
  name: 'mdatp.cli',
  describes: 'The command mdatp',
  collect: { title: 'ls of the command', command: 'ls -l /usr/bin/mdatp > ls_-l_mdatp.txt 2>&1' },
  fields: {
    listed: { type: 'string', describes: 'Row of the command in a list of files' },
    missing: { type: 'string', describes: 'What says that it is not there' },
  },
  view: { kind: 'fields', title: 'Command mdatp' },
  from: { 'client-analyzer': OUTPUTS, plain: [...OUTPUTS, 'ls_-l*', 'ls-l*'] },
  needles: ['mdatp: command not found', 'mdatp: not found', '/usr/bin/mdatp'],
  start: () => ({ listed: undefined, missing: undefined }),
  line(state, { text, at }) {
    const line = text.trim();
    if (LISTED.test(line)) state.listed ??= { value: line, at };
    else if (MISSING.test(line)) state.missing ??= { value: line, at };
  },
  finish: ({ listed, missing }) => ({ listed, missing }),
});

// lrwxrwxrwx 1 root root 45 Mar 14 12:00 /usr/bin/mdatp -> /opt/microsoft/mdatp/sbin/wdavdaemonclient
const LISTED = /^[-l][-rwxsStT]{9}\S?\s.{1,200}\s\/usr\/bin\/mdatp(?: -> \S{1,500})?$/u;
// bash: mdatp: command not found · ls: cannot access '/usr/bin/mdatp': No such file or directory
const MISSING =
  /^\S{1,100}: (?:(?:line )?\d{1,6}: )?(?:mdatp: (?:command )?not found|.{0,40}\/usr\/bin\/mdatp\W{0,3}: No such file)/u;
