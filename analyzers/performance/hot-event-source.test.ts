import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { hotEventSource } from './hot-event-source.ts';

const json = (total: number, ...sources: readonly (readonly [string, number])[]): string =>
  `{\n"totalEvent":"${total}",\n"eventSource":[\n${sources
    .map(([path, count]) => `{"authCount":"${count}","notifyCount":"0","path":"${path}","pidCount":"1"}`)
    .join(',\n')}]}\n`;

testAnalyzer(hotEventSource, {
  found: [
    {
      name: 'a log of a database, in JSON',
      files: { 'hot_event_sources.json': json(11_373, ['/srv/db/wal/1', 5832], ['/srv/db/2', 632]) },
      findings: [
        {
          text: '/srv/db/wal/1 is the source of 51 % of the events (5832 of 11373)',
          at: ['hot_event_sources.json:4', 'hot_event_sources.json:2'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'the same as the command prints it',
      files: {
        'hot_event_sources.txt':
          'Total Events: 8000 Time: 12s. Throughput: 75.3333 events/sec.\n=========== Top 684 Hot Event Sources ===========\ncount   file path\n4000    /srv/db/wal/1\n32      /srv/db/2\n',
      },
      findings: [
        {
          text: '/srv/db/wal/1 is the source of 50 % of the events (4000 of 8000)',
          at: ['hot_event_sources.txt:4', 'hot_event_sources.txt:1'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'no source stands out',
      files: { 'hot_event_sources.json': json(4000, ['/srv/a', 1000], ['/srv/b', 900]) },
    },
    { name: 'few events', files: { 'hot_event_sources.json': json(900, ['/srv/a', 800]) } },
    {
      name: 'the log of the agent itself',
      files: {
        'hot_event_sources.json': json(4000, ['/var/log/microsoft/mdatp/microsoft_defender.log', 3000]),
      },
    },
  ],
  blocked: [
    {
      name: 'no hot event sources',
      files: { 'uname.txt': 'Linux db-01 5.14.0-427.el9.x86_64\n' },
    },
  ],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
    },
  ],
});
