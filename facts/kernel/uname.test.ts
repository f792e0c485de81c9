import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { uname } from './uname.ts';

function read(text: string): readonly (string | undefined)[] {
  const { release, machine, hostname, version } = parseFact(uname, text).value;
  return [release?.value, machine?.value, hostname?.value, version?.value];
}

describe('kernel.uname', () => {
  it('reads the output of uname -a', () => {
    expect(
      read(
        'Linux db-01 3.10.0-1160.el7.x86_64 #1 SMP Mon Oct 19 16:18:59 UTC 2020 x86_64 x86_64 x86_64 GNU/Linux\n',
      ),
    ).toEqual(['3.10.0-1160.el7.x86_64', 'x86_64', 'db-01', '#1 SMP Mon Oct 19 16:18:59 UTC 2020']);
  });

  it('reads the form of Debian, which names the architecture once', () => {
    expect(
      read('Linux web-03 6.1.0-18-arm64 #1 SMP Debian 6.1.76-1 (2024-02-01) aarch64 GNU/Linux\n'),
    ).toEqual(['6.1.0-18-arm64', 'aarch64', 'web-03', '#1 SMP Debian 6.1.76-1 (2024-02-01)']);
  });

  it('reads /proc/version', () => {
    expect(
      read('Linux version 3.10.0-862.el7.x86_64 (build@b.example) (gcc version 4.8.5) #1 SMP Wed Mar 21\n'),
    ).toEqual(['3.10.0-862.el7.x86_64', 'x86_64', undefined, '#1 SMP Wed Mar 21']);
  });

  it('reads a release alone', () => {
    expect(read('Linux 2.6.32-279.el6.x86_64\n')).toEqual([
      '2.6.32-279.el6.x86_64',
      'x86_64',
      undefined,
      undefined,
    ]);
  });

  it('cites the line', () => {
    expect(
      parseFact(uname, '\nLinux db-01 5.15.0-91-generic #101-Ubuntu SMP x86_64 GNU/Linux\n').value.release,
    ).toEqual({
      value: '5.15.0-91-generic',
      at: { entry: 'file', line: 2 },
    });
  });

  it('refuses a text that names no kernel', () => {
    expect(() => parseFact(uname, 'FreeBSD bsd-01 14.1-RELEASE\n')).toThrow('names no kernel');
    expect(() => parseFact(uname, 'Linux db-01 2\n')).toThrow('names no kernel');
    expect(() => parseFact(uname, 'Darwin mac-01 23.1.0\n')).toThrow('names a kernel of macOS');
  });
});
