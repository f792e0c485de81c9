import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { conflictingProcesses, type ConflictingProcesses } from './conflicting-processes.ts';

const parse = (text: string): ConflictingProcesses =>
  parseFact<ConflictingProcesses>(conflictingProcesses, text).value;

const DS_AGENT =
  'root      1502  0.0  0.0  98216  4108 ?        Ss   Aug31   0:10 /opt/ds_agent/ds_agent -w /var/opt/ds_agent';
const EDITOR = 'ops       2210  0.0  0.0  14216  4108 pts/0    S+   09:12   0:00 vim /etc/ds_agent.conf';

describe('mdatp.conflicting-processes', () => {
  it('knows that nothing was found', () => {
    expect(parse('\nNo Known Conflicts\n')).toEqual({
      none: { value: 'No Known Conflicts', at: { entry: 'file', line: 2 } },
      tools: [],
      binaries: [],
    });
  });

  it('reads the processes below each name that was looked for', () => {
    const { tools } = parse(
      `conflicting security tools\n==========================\ntrendmicro - ds_agent:\n${DS_AGENT}\n${EDITOR}\n\n`,
    );
    expect(tools).toEqual([
      {
        value: { vendor: 'trendmicro', agent: 'ds_agent', program: 'ds_agent', text: DS_AGENT },
        at: { entry: 'file', line: 4 },
      },
      {
        value: { vendor: 'trendmicro', agent: 'ds_agent', program: 'vim', text: EDITOR },
        at: { entry: 'file', line: 5 },
      },
    ]);
  });

  it('reads the binaries of a line', () => {
    expect(
      parse('conflicting binaries\n====================\n/usr/bin/adclient, /usr/local/sbin/haproxy\n')
        .binaries,
    ).toEqual([
      { value: { text: '/usr/bin/adclient' }, at: { entry: 'file', line: 3 } },
      { value: { text: '/usr/local/sbin/haproxy' }, at: { entry: 'file', line: 3 } },
    ]);
  });

  it('reads bare names below other headings', () => {
    const { tools } = parse('Conflicting agents:\nExampleVendor: exampled\nscand\n');
    expect(tools.map(({ value }) => [value.vendor, value.agent, value.program])).toEqual([
      ['ExampleVendor', 'exampled', 'exampled'],
      ['', 'scand', 'scand'],
    ]);
  });
});
