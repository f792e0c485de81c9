import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { auditLogAnalysis } from './audit-log-analysis.ts';

const FILE = `Top keys:
identity: 14

Top types:
SYSCALL: 20

Top syscalls by initiator:
/usr/bin/sudo openat: 6

Top initiators:
/usr/sbin/cron: 192

Top paths:
/etc/with: colon: 14
`;

describe('audit.log-analysis', () => {
  it('reads the sections, each row at its line', () => {
    const { value } = parseFact(auditLogAnalysis, FILE);
    expect(value.keys).toEqual([{ value: { name: 'identity', count: 14 }, at: { entry: 'file', line: 2 } }]);
    expect(value.types.map((row) => row.value)).toEqual([{ name: 'SYSCALL', count: 20 }]);
    expect(value.initiators.map((row) => row.value)).toEqual([{ name: '/usr/sbin/cron', count: 192 }]);
    expect(value.paths.map((row) => row.value)).toEqual([{ name: '/etc/with: colon', count: 14 }]);
  });

  it('cannot use a text without headings', () => {
    expect(() => parseFact(auditLogAnalysis, 'nothing\n')).toThrow('has none of its headings');
  });
});
