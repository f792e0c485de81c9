import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { eventCounters } from './event-counters.ts';

const counters = (text: string) =>
  parseFact(eventCounters, { file: text }).value.counters.map(({ value, at }) => [
    value.name,
    value.count,
    at.line,
  ]);

describe('mdatp.event-counters', () => {
  it('reads JSON with numbers as texts, however deep', () => {
    expect(
      counters('{\n"eventProvider": "ebpf",\n"droppedEvents": "7",\n"file": {\n"lost": 3\n}\n}\n'),
    ).toEqual([
      ['droppedEvents', 7, 3],
      ['lost', 3, 5],
    ]);
  });

  it('reads text, and takes neither paths nor numbers of system calls for counters', () => {
    expect(
      counters('Top file paths:\n/srv/lost : 214\n257 : 311\nlost_events_count : 5\nTimed out events: 0\n'),
    ).toEqual([
      ['lost_events_count', 5, 4],
      ['Timed out events', 0, 5],
    ]);
  });

  it('is not collected where nothing is counted', () => {
    expect(() => counters('Top syscall ids:\n257 : 311\n')).toThrow('no file counts');
  });
});
