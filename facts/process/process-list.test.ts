import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { processList, type ProcessList } from './process-list.ts';

const AUX = 'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n';

function parse(text: string): ProcessList {
  return parseFact<ProcessList>(processList, text).value;
}

function names(text: string): readonly string[] {
  return parse(text).processes.map((row) => row.value.name);
}

describe('process.list', () => {
  it('reads the rows of ps aux', () => {
    const value = parse(
      `${AUX}mdatp     1310 12.5  0.4 326992  1684 ?        Sl   Mar09   0:01 /opt/microsoft/mdatp/sbin/wdavdaemon unprivileged 15  4\n`,
    );
    expect(value.processes).toEqual([
      {
        value: {
          pid: 1310,
          user: 'mdatp',
          cpuPercent: 12.5,
          cpuSeconds: 1,
          command: '/opt/microsoft/mdatp/sbin/wdavdaemon unprivileged 15  4',
          name: 'wdavdaemon',
        },
        at: { entry: 'file', line: 2 },
      },
    ]);
    expect(value.header.at.line).toBe(1);
  });

  it('reads ps -ef, where the columns are others', () => {
    const value = parse(
      'UID          PID    PPID  C STIME TTY          TIME CMD\nroot        1803       1  5 Nov22 ?        00:55:22 /usr/sbin/auditd -n\n',
    );
    expect(value.processes[0]?.value).toEqual({
      pid: 1803,
      user: 'root',
      cpuSeconds: 3322,
      command: '/usr/sbin/auditd -n',
      name: 'auditd',
    });
  });

  it.each([
    ['131:22', 7882],
    ['02:11:09', 7869],
    ['15-02:11:09', 1_303_869],
  ])('reads the processor time %s', (time, seconds) => {
    const value = parse(`${AUX}root 9 1.0 0.4 3 4 ? Sl Mar09 ${time} /sbin/x\n`);
    expect(value.processes[0]?.value.cpuSeconds).toBe(seconds);
  });

  it('reads a starting time of two words', () => {
    const value = parse(
      '  PID  PPID USER     %CPU %MEM    VSZ   RSS TT       STAT  STARTED     TIME COMMAND\n' +
        '  901     1 root      0.0  0.1  12345   678 ?        Ss     Nov 09 00:00:01 /usr/sbin/crond -n\n' +
        '  902     1 root      0.0  0.1  12345   678 ?        Ss   10:00:01 00:00:01 /usr/sbin/atd -f\n',
    );
    expect(value.processes.map((row) => row.value.command)).toEqual([
      '/usr/sbin/crond -n',
      '/usr/sbin/atd -f',
    ]);
  });

  it.each([
    ['-bash', 'bash'],
    ['sshd: admin [priv]', 'sshd'],
    ['[kworker/0:1-events]', '[kworker/0:1-events]'],
    ['[NFSv4 callback]', '[NFSv4 callback]'],
    [' \\_ /usr/bin/python3 -m http.server', 'python3'],
  ])('names %s', (command, name) => {
    expect(names(`${AUX}root 7 0.0 0.0 10 10 ? S 10:00 0:00 ${command}\n`)).toEqual([name]);
  });

  it('keeps the whole name of a kernel thread that has no brackets', () => {
    expect(names(`${AUX}root 7 0.0 0.0 0 0 ? S 10:00 0:00 kworker/0:1\n`)).toEqual(['kworker/0:1']);
  });

  it('leaves threads out', () => {
    expect(
      names(
        `${AUX}root 7 0.0 0.0 10 10 ? - 10:00 0:00 /usr/sbin/crond -n\nroot - 0.0 - - - - Ss 10:00 0:00 -\n`,
      ),
    ).toEqual(['crond']);
  });

  it('notes a row that is cut', () => {
    const { problems } = parseFact(processList, `${AUX}root 7 0.0\n`);
    expect(problems).toEqual([
      { code: 'malformed-line', detail: 'no process: root 7 0.0', at: { entry: 'file', line: 2 } },
    ]);
  });

  it('cannot use a text without headings', () => {
    expect(() => parse('one\ntwo\n')).toThrow('no line with the headings of ps');
  });

  it('tells ps from top and lsns by the head', () => {
    const looksLike = processList.plan.kind === 'text' ? processList.plan.looksLike : undefined;
    expect(looksLike?.(AUX)).toBe(true);
    expect(
      looksLike?.('  PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n'),
    ).toBe(false);
    expect(looksLike?.('        NS TYPE   NPROCS   PID USER  COMMAND\n')).toBe(false);
  });
});
