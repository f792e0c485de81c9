import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { droppedEvents } from './dropped-events.ts';

const JSON_FILE = 'var/log/microsoft/mdatp/microsoft_defender_diagnostic_event_provider_counters.json';
const json = (dropped: number): string =>
  `{\n  "eventProvider": "ebpf",\n  "receivedEvents": "902118",\n  "droppedEvents": "${dropped}",\n  "droppedProcessEvents": "${dropped}",\n  "droppedFileEvents": "0"\n}\n`;
const ebpf = (lost: number): string =>
  `Top file paths:\n/srv/lost : 214\n\nTop syscall ids:\n257 : 311\n\nreceived_events_count : 48120377\nlost_events_count : ${lost}\n`;

testAnalyzer(droppedEvents, {
  found: [
    {
      name: 'many, by the counters of the agent',
      files: { [JSON_FILE]: json(22107) },
      findings: [
        {
          text: 'The agent has dropped 22107 events (droppedEvents)',
          at: [`${JSON_FILE}:4`, `${JSON_FILE}:5`],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a few, by the statistics of eBPF',
      files: { 'mde_ebpf_statistics.txt': ebpf(7) },
      findings: [
        {
          text: 'The agent has dropped 7 events (lost_events_count)',
          at: ['mde_ebpf_statistics.txt:8'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'events that came too late',
      files: { 'mde_event_statistics.txt': 'Total events: 48\nDropped events: 0\nTimed out events: 3\n' },
      findings: [
        {
          text: 'The agent has dropped 3 events (Timed out events)',
          at: ['mde_event_statistics.txt:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [{ name: 'none', files: { [JSON_FILE]: json(0), 'mde_ebpf_statistics.txt': ebpf(0) } }],
  blocked: [
    {
      name: 'nothing is counted',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
      missing: ['mdatp.event-counters'],
    },
    {
      name: 'statistics without counters',
      files: { 'mde_ebpf_statistics.txt': 'Top syscall ids:\n257 : 311\n' },
      missing: ['mdatp.event-counters'],
    },
  ],
});
