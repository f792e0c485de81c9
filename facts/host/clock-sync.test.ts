import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { clockSync } from './clock-sync.ts';

const LOCAL = '      Local time: Wed 2026-10-14 09:30:31 UTC\n';

describe('host.clock-sync', () => {
  it.each([
    [`${LOCAL}System clock synchronized: yes\n`, true, 2],
    [`${LOCAL}System clock synchronized: no\n              NTP service: active\n`, false, 2],
    [`${LOCAL}     NTP enabled: yes\nNTP synchronized: no\n`, false, 3],
    ['Timezone=Etc/UTC\nNTPSynchronized=yes\n', true, 2],
    ['Reference ID    : C0000203 (192.0.2.3)\nLeap status     : Normal\n', true, 2],
    ['Reference ID    : 00000000 ()\nLeap status     : Not synchronised\n', false, 2],
  ])('reads %j', (text, value, line) => {
    expect(parseFact(clockSync, text).value).toEqual({
      synchronized: { value, at: { entry: 'file', line } },
    });
  });

  it('is not known where no line says it', () => {
    expect(() => parseFact(clockSync, LOCAL)).toThrow('does not say whether the clock is synchronized');
  });

  it('is not known where the command failed', () => {
    expect(() => parseFact(clockSync, 'timedatectl: command not found\n')).toThrow('command not found');
  });
});
