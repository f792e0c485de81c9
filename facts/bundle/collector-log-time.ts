import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { writtenTime, type WrittenTime } from './written-time.ts';

export interface CollectorLogTime {
  /** The newest line of the log. */
  readonly newest: Located<WrittenTime>;
}

// [2026-11-23 10:00:00.123][INFO] collecting
const STAMP = /^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^\]]{0,12})\]/u;

/** When the client analyzer last wrote to its own log; it names no zone. */
export const collectorLogTime = textFact<CollectorLogTime>({
  name: 'bundle.collector-log-time',
  describes: "Newest line of the client analyzer's own log",
  from: { 'client-analyzer': ['log.txt'] },
  parse(entry): CollectorLogTime {
    let newest: Located<WrittenTime> | undefined;
    for (const { text, at } of entry.lines()) {
      const stamp = STAMP.exec(text)?.groups?.['time'];
      const value = stamp === undefined ? undefined : writtenTime(stamp);
      if (value && (!newest || value.at > newest.value.at)) newest = { value, at };
    }
    if (!newest) throw new UnreadableError(`${entry.path} has no line with a time`);
    return { newest };
  },
});
