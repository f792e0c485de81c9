import { expect, it, describe } from 'vitest';
import { readLines } from '../../test/harness/read-lines.ts';
import { auditLogStatistics } from './audit-log-statistics.ts';

const LOG = `node=db-01 type=SYSCALL msg=audit(1718107200.014:1): arch=c000003e syscall=42 exe="/opt/pay/bin/payd" key="mdatp"
type=PATH msg=audit(1718107200.014:1): item=0 name="/etc/passwd"
type=SYSCALL msg=audit(1718107260.500:2): arch=c000003e syscall=59 exe="/usr/bin/id" key=6D6461747001666F6F
type=SYSCALL msg=audit(1718107270.500:3): arch=c000003e syscall=59 exe="/usr/bin/id" key=(null)
type=CONFIG_CHANGE msg=audit(1718107100.000:4): op=add_rule key="mdatp" list=4 res=1
type=AVC msg=audit: avc:  denied  { create } for  pid=27960 comm="mongod"
`;

describe('audit.log-statistics', () => {
  const value = readLines(auditLogStatistics, { 'audit.log': LOG });
  const counts = (rows: readonly { readonly value: { readonly name: string; readonly count: number } }[]) =>
    rows.map((row) => [row.value.name, row.value.count]);

  it('counts records by type, and leaves out lines that are none', () => {
    expect(value.records).toBe(5);
    expect(counts(value.types)).toEqual([
      ['SYSCALL', 3],
      ['PATH', 1],
      ['CONFIG_CHANGE', 1],
    ]);
  });

  it('counts keys of system calls, several of one record among them, and no change of rules', () => {
    expect(value.keyed).toBe(2);
    expect(counts(value.keys)).toEqual([
      ['mdatp', 2],
      ['foo', 1],
    ]);
  });

  it('counts the programs behind records of the agent, each at its first', () => {
    expect(counts(value.agentInitiators)).toEqual([
      ['/opt/pay/bin/payd', 1],
      ['/usr/bin/id', 1],
    ]);
    expect(value.agentInitiators.map(({ at }) => at.line)).toEqual([1, 3]);
  });

  it('tells from when to when the records are', () => {
    expect([value.first, value.last]).toEqual(['2024-06-11T11:58:20.000Z', '2024-06-11T12:01:10.000Z']);
  });

  it('knows no time without records', () => {
    expect(readLines(auditLogStatistics, { 'audit.log': 'msg=audit(nothing\n' }).first).toBeUndefined();
  });
});
