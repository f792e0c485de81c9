import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { auditPlugins, type AuditPlugins } from './audit-plugins.ts';

const parse = (files: Readonly<Record<string, string>>): AuditPlugins =>
  parseFact<AuditPlugins>(auditPlugins, files).value;

describe('audit.plugins', () => {
  it('reads the files of the folder', () => {
    expect(
      parse({
        'etc/audit/plugins.d/sedispatch.conf': '# comment\nactive = yes\npath = /usr/sbin/sedispatch\n',
      }).plugins,
    ).toEqual([
      {
        value: { name: 'sedispatch', active: true, path: '/usr/sbin/sedispatch' },
        at: { entry: 'etc/audit/plugins.d/sedispatch.conf', line: 2 },
      },
    ]);
  });

  it('reads a dump of all files', () => {
    const { plugins } = parse({
      'auditd_info.txt':
        'sudo auditctl -s\n=====\nenabled 1\n\nsudo find /etc/audit/plugins.d -type f -exec cat {} ;\n=====\nactive = no\npath = builtin_af_unix\nactive = yes\npath = /usr/local/sbin/laurel\n',
    });
    expect(plugins.map(({ value, at }) => [value.active, value.path, at.line])).toEqual([
      [false, 'builtin_af_unix', 7],
      [true, '/usr/local/sbin/laurel', 9],
    ]);
  });

  it('is not collected where no plugin is in the bundle', () => {
    expect(() => parse({ 'auditd_info.txt': 'sudo auditctl -s\n=====\nenabled 1\n' })).toThrow(
      'no plugin of auditd is in the bundle',
    );
  });
});
