import { defineAnalyzer } from '../../engine/api/index.ts';
import { kernelLog, type Logged, type OomKill } from '../../facts/kernel/kernel-log.ts';
import { isAgentProcess } from '../../facts/mdatp/agent-process.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { citeLogged, namesText, seenText, some } from './logged.ts';

export const agentOutOfMemory = defineAnalyzer({
  id: 'performance/agent-out-of-memory',
  title: 'Agent ended for lack of memory',
  why: 'The kernel takes the largest process first, and the host is not protected until the agent runs again.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { log: kernelLog },
  messages: {
    host: 'The kernel ended {processes} of the agent for lack of memory ({seen})',
    limited: 'The kernel ended {processes} of the agent at the memory limit of {group} ({seen})',
  },
  remediation: {
    steps: [
      'Look which processes held the memory at that time: the kernel prints them before it ends one.',
      'Give the host more memory, or limit the other consumers.',
      'Where the limit is one of the service, raise or remove MemoryMax of its unit.',
      'Update the agent, and send its memory over time to the support where it grows without end.',
    ],
    commands: [
      { command: "sudo journalctl -k --no-pager | grep -i 'out of memory'", risk: 'safe' },
      { command: 'systemctl show mdatp -p MemoryMax -p MemoryCurrent', risk: 'safe' },
      { command: 'free -h', risk: 'safe' },
    ],
    links: [links.performance, links.requirements],
  },
  sources: [{ document: 'linux-support-perf', date: '2025-01' }],
  because: [{ of: 'health/agent-with-known-issue', subject: 'memory' }, { of: 'sizing/too-little-memory' }],

  evaluate({ log }) {
    const kills = log.oomKills.filter(({ value }) => isAgentProcess(value.process));
    const host = some(kills.filter(({ value }) => !value.limited));
    const limited = some(kills.filter(({ value }) => value.limited));
    return [
      ...(host ? [{ message: 'host' as const, params: paramsOf(host), ...aboutOf(host) }] : []),
      ...(limited
        ? [
            {
              message: 'limited' as const,
              params: { ...paramsOf(limited), group: groupsText(limited) },
              ...aboutOf(limited),
            },
          ]
        : []),
    ];
  },
});

type Kills = readonly [Logged<OomKill>, ...Logged<OomKill>[]];

function paramsOf(rows: Kills) {
  return { processes: namesText(rows.map(({ value }) => value.process)), seen: seenText(rows) };
}

function aboutOf(rows: Kills) {
  return { evidence: citeLogged(rows), identity: [] };
}

function groupsText(rows: Kills): string {
  const groups = rows.flatMap(({ value }) => value.group ?? []);
  return groups.length === 0 ? 'a control group' : namesText(groups);
}
