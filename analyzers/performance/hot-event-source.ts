import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { hotEventSources } from '../../facts/mdatp/hot-event-sources.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { isBelow } from './is-below.ts';
import { hotShare, tellingEvents } from './thresholds.ts';

/** The agent's own files: what it writes to its logs while it counts is no fault of the host. */
const OWN = ['/opt/microsoft/mdatp', '/var/opt/microsoft/mdatp', '/var/log/microsoft/mdatp'] as const;

export const hotEventSource = defineAnalyzer({
  id: 'performance/hot-event-source',
  title: 'File or program with very many events',
  why: 'The agent looks at each event: one file that is written all the time keeps it busy for nothing.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { hot: hotEventSources },
  messages: { hot: '{path} is the source of {percent} % of the events ({events} of {all})' },
  remediation: {
    steps: [
      'Find out which application writes there so often, and whether it has to.',
      'Weigh an exclusion with the scope global, where nothing that is run or opened by users lies there.',
    ],
    commands: [
      { command: 'sudo mdatp diagnostic hot-event-sources files', risk: 'safe' },
      { command: 'sudo mdatp diagnostic hot-event-sources executables', risk: 'safe' },
    ],
    links: [links.hotEventSources, links.exclusions],
  },
  sources: [{ document: 'linux-support-perf', date: '2025-01' }],

  evaluate({ hot: { total, sources } }, { threshold }) {
    const all = total.value;
    if (all < threshold(tellingEvents)) return [];
    return sources
      .filter(({ value }) => !OWN.some((folder) => isBelow(value.path, folder)))
      .filter(({ value }) => (100 * value.events) / all > threshold(hotShare))
      .map((source) => {
        const { path, events } = source.value;
        const params = { path, events, all, percent: Math.round((100 * events) / all) };
        const evidence = [cite(source), cite(total, 'context')] as const;
        return { message: 'hot' as const, params, evidence, subject: path, identity: [path] };
      });
  },
});
