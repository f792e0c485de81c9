import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { hotEventSources, type HotEventSources } from './hot-event-sources.ts';

const parse = (text: string): HotEventSources => parseFact<HotEventSources>(hotEventSources, text).value;

describe('mdatp.hot-event-sources', () => {
  it('reads the JSON report, whose numbers are strings', () => {
    const text =
      '{\n"startTime":"1791972000000000",\n"totalEvent":"1180",\n"eventSource":[\n{"authCount":"40","notifyCount":"190","path":"/srv/db/wal/1","pidCount":"2"}]}';
    expect(parse(text)).toEqual({
      total: { value: 1180, at: { entry: 'file', line: 3 } },
      sources: [{ value: { path: '/srv/db/wal/1', events: 230 }, at: { entry: 'file', line: 5 } }],
    });
  });

  it('takes the last of the tables that the command prints', () => {
    const text = [
      'Total Events: 0 Time: 0s. Throughput: 0 events/sec.',
      '=========== Top 0 Hot Event Sources ===========',
      'count   file path',
      'Total Events: 900 Time: 1s. Throughput: 900 events/sec.',
      '=========== Top 2 Hot Event Sources ===========',
      'count   file path',
      '700     /srv/db/my file',
      '20      /srv/db/2',
      '=========== Top 1 Hot Event Targets ===========',
      'count  target path',
      '5      /srv/other',
    ].join('\n');
    expect(parse(text)).toEqual({
      total: { value: 900, at: { entry: 'file', line: 4 } },
      sources: [
        { value: { path: '/srv/db/my file', events: 700 }, at: { entry: 'file', line: 7 } },
        { value: { path: '/srv/db/2', events: 20 }, at: { entry: 'file', line: 8 } },
      ],
    });
  });

  it('is done with a line of slashes and blanks at once', () => {
    const path = '/ '.repeat(500_000).trim();
    expect(parse(`Total Events: 9\n7 ${path} \n`).sources[0]?.value).toEqual({ path, events: 7 });
  });

  it('refuses another text', () => {
    expect(() => parse('count   file path\n')).toThrow('names no number of events');
  });
});
