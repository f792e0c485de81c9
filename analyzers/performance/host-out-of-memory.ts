import { defineAnalyzer } from '../../engine/api/index.ts';
import { kernelLog, type Logged, type OomKill } from '../../facts/kernel/kernel-log.ts';
import { isAgentProcess } from '../../facts/mdatp/agent-process.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { citeLogged, namesText, seenText, some } from './logged.ts';

export const hostOutOfMemory = defineAnalyzer({
  id: 'performance/host-out-of-memory',
  title: 'Processes ended for lack of memory',
  why: 'The kernel ends what it thinks best; the agent is large and may be next.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { log: kernelLog },
  messages: {
    host: 'The kernel ended {processes} for lack of memory ({seen})',
    limited: 'The kernel ended {processes} at the memory limit of a container or service ({seen})',
  },
  remediation: {
    steps: [
      'Look which processes held the memory at that time: the kernel prints them before it ends one.',
      'Limit or move the consumer, or give the host more memory.',
      'Where a container or service reached its own limit, raise the limit or mend its load.',
    ],
    commands: [
      { command: "sudo journalctl -k --no-pager | grep -i 'out of memory'", risk: 'safe' },
      { command: 'ps aux --sort=-rss | head -15', risk: 'safe' },
    ],
    links: [links.performance, links.requirements],
  },
  sources: [{ document: 'linux-support-perf', date: '2025-01' }],
  because: [{ of: 'sizing/too-little-memory' }],

  evaluate({ log }) {
    const kills = log.oomKills.filter(({ value }) => !isAgentProcess(value.process));
    const host = some(kills.filter(({ value }) => !value.limited));
    const limited = some(kills.filter(({ value }) => value.limited));
    return [
      ...(host ? [{ message: 'host' as const, subject: 'host', ...draftOf(host) }] : []),
      ...(limited
        ? [
            {
              message: 'limited' as const,
              subject: 'group',
              severity: 'low' as const,
              ...draftOf(limited),
            },
          ]
        : []),
    ];
  },
});

function draftOf(rows: readonly [Logged<OomKill>, ...Logged<OomKill>[]]) {
  const processes = namesText(rows.map(({ value }) => value.process));
  return { params: { processes, seen: seenText(rows) }, evidence: citeLogged(rows), identity: [] };
}
