import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  optional,
  sourcesOf,
  type Located,
  type Location,
} from '../../engine/api/index.ts';
import { auditPlugins, type AuditPlugins } from '../../facts/audit/audit-plugins.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { processList, type ProcessList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { eventProvider } from '../events/event-provider.ts';
import { auditConsumers, type AuditConsumer } from '../knowledge/audit-consumers.ts';
import { links } from '../links.ts';

/** Places that are cited of one consumer. */
const MOST_CITED = 3;

export const otherAuditConsumers = defineAnalyzer({
  id: 'conflict/other-audit-consumers',
  title: 'Other reader of audit events',
  why: 'Its rules add records that the agent has to read as well, and a full backlog loses those of both.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    processes: optional(processList),
    plugins: optional(auditPlugins),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    shared: '{consumer} takes events of the audit system, from which the agent reads as well',
    alone: '{consumer} takes events of the audit system; the agent does not read from it',
  },
  remediation: {
    steps: [
      'Look at the rules it needs, and leave out what nobody evaluates.',
      'Raise the backlog where records are lost.',
    ],
    commands: [
      { command: 'sudo auditctl -s; sudo auditctl -l', risk: 'safe' },
      { command: 'grep -H active /etc/audit/plugins.d/*.conf', risk: 'safe' },
    ],
    links: [links.performance],
  },
  sources: sourcesOf(auditConsumers),

  evaluate({ processes, plugins, health: state, agent: found }, context) {
    if (!processes && !plugins)
      return cannotTell('Neither processes nor plugins are in the bundle.', { processList });
    const isShared = eventProvider(state, found).usesAuditd !== 'no';
    return context.know(auditConsumers).flatMap((row) => {
      const [first, ...rest] = [...activePlugins(plugins, row), ...runningPrograms(processes, row)];
      if (!first) return [];
      const { consumer } = row;
      return [
        {
          message: isShared ? ('shared' as const) : ('alone' as const),
          params: { consumer },
          evidence: citeAll([first, ...rest.slice(0, MOST_CITED - 1)]),
          subject: consumer,
          identity: [consumer],
          sources: context.sourceOf(auditConsumers, row),
          ...(isShared ? {} : { severity: 'info' as const }),
        },
      ];
    });
  },
});

function activePlugins(
  plugins: AuditPlugins | undefined,
  { plugins: names }: AuditConsumer,
): readonly Location[] {
  return (plugins?.plugins ?? [])
    .filter(
      ({ value }) => value.active && (names.includes(value.name) || names.includes(baseName(value.path))),
    )
    .map(({ at }) => at);
}

function runningPrograms(
  processes: ProcessList | undefined,
  { processes: names, words }: AuditConsumer,
): readonly Location[] {
  return (processes?.processes ?? [])
    .filter((process) => isConsumer(process, names, words))
    .map(({ at }) => at);
}

function isConsumer(
  { value }: Located<{ readonly name: string; readonly command: string }>,
  names: readonly string[],
  words: readonly string[],
): boolean {
  if (names.includes(value.name)) return true;
  return (
    words.length > 0 &&
    value.command.split(/\s+/u).some((one) => words.includes(one) || words.includes(baseName(one)))
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
