import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface ClockSync {
  /** Whether the clock follows a server of time. */
  readonly synchronized: Located<boolean>;
}

/**
 * Whether the clock is synchronized, by timedatectl of each age or by chronyc:
 *
 *   System clock synchronized: yes
 *        NTP synchronized: no
 *   Leap status     : Not synchronised
 */
export const clockSync = textFact<ClockSync>({
  name: 'host.clock-sync',
  describes: 'Whether the clock is synchronized',
  collect: { title: 'timedatectl', command: 'timedatectl > timedatectl.txt' },
  fields: { synchronized: { type: 'boolean', describes: 'Whether the clock follows a server of time' } },
  view: { kind: 'fields', title: 'Clock' },
  from: {
    'client-analyzer': 'timedatectl.txt',
    sosreport: ['sos_commands/systemd/timedatectl', 'sos_commands/chrony/chronyc_tracking'],
    supportconfig: ['*.txt!#*timedatectl*', '*.txt!#*chronyc*tracking'],
    plain: ['timedatectl', 'timedatectl.txt', 'chronyc_tracking', 'chronyc_tracking.txt'],
  },
  looksLike: (head) =>
    /^\s{0,40}Local time: /mu.test(head) && /^\s{0,40}(?:System clock|NTP) synchronized: /mu.test(head),
  parse(entry): ClockSync {
    refuseFailedCommand(entry);
    for (const { text, at } of entry.lines()) {
      const { answer, leap } = SYNCHRONIZED.exec(text.trim())?.groups ?? {};
      if (answer !== undefined) return { synchronized: { value: answer === 'yes', at } };
      if (leap !== undefined) return { synchronized: { value: !/^not /iu.test(leap), at } };
    }
    throw new UnreadableError(`${entry.path} does not say whether the clock is synchronized`);
  },
});

// System clock synchronized: yes · NTP synchronized: no · NTPSynchronized=yes · Leap status     : Normal
const SYNCHRONIZED =
  /^(?:(?:(?:System clock|NTP) synchronized: |NTPSynchronized=)(?<answer>yes|no)|Leap status {1,20}: (?<leap>\S.*))$/u;
