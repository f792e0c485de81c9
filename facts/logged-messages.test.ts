import { describe, expect, it } from 'vitest';
import { readLines } from '../test/harness/read-lines.ts';
import { kernelLog } from './kernel/kernel-log.ts';

const KILL = 'Out of memory: Killed process 42 (java) total-vm:8kB';
const OTHER = 'Out of memory: Killed process 43 (cc1) total-vm:8kB';

/** [process, times, first, last, place] of each row. */
function kills(logs: Readonly<Record<string, string>>) {
  return readLines(kernelLog, logs).oomKills.map(({ value, at }) => [
    value.process,
    value.times,
    value.first,
    value.last,
    `${at.entry}:${at.line}`,
  ]);
}

describe('messages of several logs', () => {
  it('are counted once, in the log with the better clock', () => {
    expect(
      kills({
        'sos_commands/kernel/dmesg': `[ 5283370.11] ${KILL}\n`,
        'var/log/messages': `Nov 20 08:46:10 nfs-04 kernel: ${KILL}\n`,
        'var/log/kern.log': `2026-11-20T08:46:10.118204+00:00 nfs-04 kernel: [5283370.110000] ${KILL}\n`,
        'var/log/journal/5e0f/system.journal': `<6>2026-11-20T08:46:10.118210Z nfs-04 kernel: ${KILL}\n`,
      }),
    ).toEqual([
      ['java', 1, '2026-11-20T08:46:10Z', '2026-11-20T08:46:10Z', 'var/log/journal/5e0f/system.journal:1'],
    ]);
  });

  it('are counted in the log that has them most often, the parts of a rotated log together', () => {
    const at = (day: string) => `Nov ${day} 08:00:00 db-01 kernel: ${KILL}\n`;
    expect(
      kills({
        'var/log/messages': at('20'),
        'var/log/messages-20261110.gz': at(' 4') + at(' 5'),
        'var/log/messages-20261117': at('12'),
        dmesg: `[ 1.1] ${KILL}\n[ 2.1] ${KILL}\n`,
      }),
    ).toEqual([['java', 4, 'Nov 4 08:00:00', 'Nov 20 08:00:00', 'var/log/messages-20261110.gz:1']]);
  });

  it('are taken from each log that alone has them', () => {
    expect(
      kills({
        'kern.log.2.gz': `Nov 4 08:00:00 db-01 kernel: ${KILL}\n`,
        'kern.log': `Nov 20 08:00:00 db-01 kernel: ${KILL}\n`,
        dmesg: `[ 77.1] ${OTHER}\n`,
      }).map(([process, times]) => [process, times]),
    ).toEqual([
      ['java', 2],
      ['cc1', 1],
    ]);
  });

  it('of more than 500 texts are counted, and the rest of them in one row', () => {
    const rows = kills({
      dmesg: Array.from(
        { length: 600 },
        (_, index) => `Out of memory: Killed process ${index} (a${index}) total-vm:8kB\n`,
      ).join(''),
    });
    expect([rows.length, rows.reduce((sum, [, times]) => sum + Number(times), 0), rows[500]?.[1]]).toEqual([
      501, 600, 100,
    ]);
  });
});
