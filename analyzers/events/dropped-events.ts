import { cite, defineAnalyzer, type Located } from '../../engine/api/index.ts';
import { eventCounters, type EventCounter } from '../../facts/mdatp/event-counters.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { manyDroppedEvents } from './thresholds.ts';

// droppedEvents · dropped_events_count · lost_events_count · Timed out events
const DROPPED = /dropped|lost|timed[ _]?out/iu;

/** Counters that are cited. */
const MOST_CITED = 3;

export const droppedEvents = defineAnalyzer({
  id: 'events/dropped-events',
  title: 'Events dropped by the agent',
  why: 'Events that came faster than the agent could take them are gone, and the portal misses what they told.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { counted: eventCounters },
  messages: { dropped: 'The agent has dropped {count} events ({name})' },
  remediation: {
    steps: [
      'Find the programs that make most of the events.',
      'Exclude those that are known and trusted, with the narrowest exclusion that serves.',
      'Look whether the counter still grows.',
    ],
    commands: [
      { command: 'sudo mdatp diagnostic ebpf-statistics', risk: 'safe' },
      { command: 'sudo mdatp diagnostic hot-event-sources files --duration 30', risk: 'safe' },
    ],
    links: [links.ebpfStatistics],
  },
  sources: [{ document: 'linux-support-perf', date: '2025-01' }],

  evaluate({ counted: { counters } }, { threshold }) {
    // Some counters are parts of others, so the largest stands for all.
    const [worst, ...others] = counters.filter(isDropped).toSorted((a, b) => b.value.count - a.value.count);
    if (!worst) return [];
    const { name, count } = worst.value;
    return [
      {
        message: 'dropped',
        params: { count, name },
        evidence: [cite(worst), ...others.slice(0, MOST_CITED - 1).map((one) => cite(one, 'context'))],
        severity: count > threshold(manyDroppedEvents) ? 'medium' : 'low',
        identity: [],
      },
    ];
  },
});

function isDropped({ value }: Located<EventCounter>): boolean {
  return value.count > 0 && DROPPED.test(value.name);
}
