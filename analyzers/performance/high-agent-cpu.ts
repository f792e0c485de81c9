import { cannotTell, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { cpuSamples } from '../../facts/process/cpu-samples.ts';
import { cpuSummary } from '../../facts/process/cpu-summary.ts';
import { processList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { isSeenNotToRun, loadsOf } from './agent-load.ts';
import { LOAD_MESSAGES, loadFindings } from './load-findings.ts';
import { highAgentLoad, notableAgentLoad } from './thresholds.ts';

export const highAgentCpu = defineAnalyzer({
  id: 'performance/high-agent-cpu',
  title: 'Daemons of the agent with high load',
  why: 'The agent takes processors from the applications of the host, mostly since something makes it scan.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { sampled: optional(cpuSamples), summary: optional(cpuSummary), list: optional(processList) },
  messages: LOAD_MESSAGES,
  remediation: {
    steps: [
      'Find out for which programs most files are scanned, and from where most events come.',
      'Narrow what makes them, or exclude what their vendors document.',
      'Look at the load again under the same work; send a performance trace where it stays.',
    ],
    commands: [
      { command: 'mdatp diagnostic real-time-protection-statistics --sort --top 10', risk: 'safe' },
      { command: 'sudo mdatp diagnostic hot-event-sources executables', risk: 'safe' },
      { command: 'top -b -d 10 -n 12 > top_output.txt', risk: 'safe' },
    ],
    links: [links.performance, links.scanStatistics, links.hotEventSources],
  },
  sources: [
    { document: 'linux-support-perf', date: '2025-01' },
    { document: 'Judged by experience', date: '2026-11' },
  ],
  because: [
    { of: 'conflict/active-beside-other-antivirus' },
    { of: 'performance/busiest-scanned-process' },
    { of: 'performance/heavy-io-application' },
    { of: 'performance/hot-event-source' },
  ],

  evaluate(facts, context) {
    const loads = loadsOf('wdavdaemon', facts, context);
    if (loads.length === 0) {
      return isSeenNotToRun('wdavdaemon', facts)
        ? cannotTell('No daemon of the agent runs.')
        : cannotTell(
            'No mean of the load is in the bundle: neither several samples nor daemons that run for long.',
            {
              cpuSamples,
            },
          );
    }
    return loadFindings('wdavdaemon', loads, [
      [context.threshold(highAgentLoad), 'medium'],
      [context.threshold(notableAgentLoad), 'low'],
    ]);
  },
});
