import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { eventProviderFallback } from './event-provider-fallback.ts';

const health = (subsystem: string) => ({
  'health.txt': `healthy : true\nlicensed : true\nsupplementary_events_subsystem              : ${subsystem}\n`,
});

testAnalyzer(eventProviderFallback, {
  found: [
    {
      name: 'netlink',
      files: health('"netlink"'),
      findings: [
        {
          text: 'The agent reads its events from netlink, which brings those of processes alone',
          at: ['health.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'no provider',
      files: health('unavailable'),
      findings: [
        {
          text: 'The agent has no provider of events: supplementary_events_subsystem is unavailable',
          at: ['health.txt:3'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    { name: 'eBPF', files: health('"ebpf"') },
    { name: 'auditd, as older agents have it', files: health('"auditd"') },
  ],
  blocked: [
    { name: 'no health output', files: {}, missing: ['mdatp.health'] },
    {
      name: 'an agent that does not print its provider',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
      reason: 'The health names no provider of events.',
    },
  ],
});
