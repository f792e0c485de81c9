import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { auditRules, type AuditRules } from './audit-rules.ts';

function keys(text: string): readonly string[] {
  return parseFact<AuditRules>(auditRules, text).value.rules.map((rule) => rule.value.key);
}

describe('audit.rules', () => {
  it.each([
    ['-w /etc/selinux -p wa -k MAC-policy', 'MAC-policy'],
    ['-a always,exit -F arch=b64 -S execve -F key=mdatp', 'mdatp'],
    ['-a always,exit -S open -F key="a b" -F key=c', 'a b,c'],
    ['LIST_RULES: exit,always watch=/etc/passwd perm=wa key=identity', 'identity'],
    ['-a never,task', ''],
  ])('reads %s', (line, key) => {
    expect(keys(`${line}\n`)).toEqual([key]);
  });

  it('keeps the line that says that there are none', () => {
    const { value } = parseFact<AuditRules>(auditRules, 'No rules\n');
    expect(value).toEqual({ rules: [], noRules: { value: 'No rules', at: { entry: 'file', line: 1 } } });
  });

  it('is not collected where the command lacked the right', () => {
    expect(() => keys('You must be root to run this program.\n')).toThrow('must be root');
  });

  it('notes a line that is no rule', () => {
    const { problems } = parseFact(auditRules, '-w /etc/passwd -p wa\nwhat is this\n');
    expect(problems.map((problem) => problem.detail)).toEqual(['no audit rule: what is this']);
  });
});
