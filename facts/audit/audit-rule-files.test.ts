import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { auditRuleFiles, type AuditRuleFiles } from './audit-rule-files.ts';

function parse(files: Readonly<Record<string, string>>): AuditRuleFiles {
  return parseFact<AuditRuleFiles>(auditRuleFiles, files).value;
}

describe('audit.rule-files', () => {
  it('reads several files', () => {
    const value = parse({
      'etc/audit/rules.d/mdatp.rules': '# agent\n-a exit,always -F arch=b64 -S bind -k mdatp\n',
      'etc/audit/rules.d/zz-lock.rules': '-e 2\n',
    });
    expect(value.rules).toEqual([
      {
        value: {
          file: '/etc/audit/rules.d/mdatp.rules',
          text: '-a exit,always -F arch=b64 -S bind -k mdatp',
          key: 'mdatp',
        },
        at: { entry: 'etc/audit/rules.d/mdatp.rules', line: 2 },
      },
    ]);
    expect(value.immutable).toEqual({
      value: '-e 2',
      at: { entry: 'etc/audit/rules.d/zz-lock.rules', line: 1 },
    });
  });

  it('reads what the files set beside rules', () => {
    const { files, settings } = parse({
      'etc/audit/rules.d/1_mdatp.skip_faulty_rule.rules': '-c\n',
      'etc/audit/rules.d/audit.rules': '## rules\n-D\n-b 8192\n--backlog_wait_time 60000\n',
    });
    expect(files).toEqual([
      {
        value: '/etc/audit/rules.d/1_mdatp.skip_faulty_rule.rules',
        at: { entry: 'etc/audit/rules.d/1_mdatp.skip_faulty_rule.rules', line: 1 },
      },
      {
        value: '/etc/audit/rules.d/audit.rules',
        at: { entry: 'etc/audit/rules.d/audit.rules', line: 1 },
      },
    ]);
    expect(settings.map(({ value, at }) => [value.option, value.value, at.line])).toEqual([
      ['-c', '', 1],
      ['-D', '', 2],
      ['-b', '8192', 3],
      ['--backlog_wait_time', '60000', 4],
    ]);
  });

  it('takes a locked start in a comment for none', () => {
    expect(parse({ 'etc/audit/audit.rules': '# -e 2\n' }).immutable).toBeUndefined();
  });

  it('reads the dump of the client analyzer, with the folder for a file', () => {
    const value = parse({
      'auditd_info.txt':
        'sudo auditctl -l\n====\n-w /loaded -p wa\n\nsudo find /etc/audit/rules.d -type f -exec cat {} ;\n====\n-w /etc/passwd -p wa -k identity\n',
    });
    expect(value.rules.map((rule) => [rule.value.file, rule.value.key, rule.at.line])).toEqual([
      ['/etc/audit/rules.d', 'identity', 7],
    ]);
  });

  it('takes the file from a dump that names it', () => {
    const value = parse({
      'auditd_info.txt':
        'sudo find /etc/audit/rules.d -type f\n====\n==> /etc/audit/rules.d/mdatp.rules <==\n-w /etc/shadow -p r -k mdatp\n',
    });
    expect(value.rules[0]?.value.file).toBe('/etc/audit/rules.d/mdatp.rules');
  });

  it('names the file of a section', () => {
    const value = parse({ 'security-audit.txt!#/etc/audit/audit.rules': '-w /etc/passwd -p wa\n' });
    expect(value.rules[0]?.value.file).toBe('/etc/audit/audit.rules');
  });

  it('is not collected where auditd_info.txt has no dump', () => {
    expect(() => parse({ 'auditd_info.txt': 'sudo auditctl -l\n====\nNo rules\n' })).toThrow('no rules file');
  });
});
