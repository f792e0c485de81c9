import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { writtenTime, type WrittenTime } from './written-time.ts';

export type { WrittenTime } from './written-time.ts';

export interface HostDate {
  readonly time: Located<WrittenTime>;
}

/** The host's clock while a report was made: `Mon Nov 23 10:00:00 UTC 2026`. */
export const hostDate = textFact<HostDate>({
  name: 'bundle.host-date',
  describes: "The host's clock while the bundle was collected",
  collect: { title: 'date', command: 'date --utc > date' },
  from: {
    sosreport: [
      'sos_commands/date/date_--utc',
      'sos_commands/date/date',
      'date',
      'sos_commands/general/date',
      'version.txt',
    ],
    supportconfig: ['basic-environment.txt!#*/date', 'basic-environment.txt!#date*'],
    plain: ['date', 'date.txt'],
  },
  parse(entry): HostDate {
    refuseFailedCommand(entry);
    for (const { text, at } of entry.lines()) {
      const value = writtenTime(text);
      if (value) return { time: { value, at } };
    }
    throw new UnreadableError(`${entry.path} shows no date`);
  },
});
