import {
  cannotTell,
  cite,
  defineAnalyzer,
  notApplicable,
  optional,
  sourcesOf,
  type Located,
} from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { exclusions, type Exclusion } from '../../facts/mdatp/exclusions.ts';
import { health } from '../../facts/mdatp/health.ts';
import { processList, type ProcessRow } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { folderOf } from '../exclusions/folder-of.ts';
import { heavyIoApplications, type HeavyIoApplication } from '../knowledge/heavy-io-applications.ts';
import { links } from '../links.ts';
import { processesOf } from './heavy-application.ts';
import { isBelow } from './is-below.ts';

export const heavyIoApplication = defineAnalyzer({
  id: 'performance/heavy-io-application',
  title: 'Heavy input and output without an exclusion',
  why: 'Real-time protection holds each file such an application opens until it is scanned, and slows it down.',
  severity: 'low',
  confidence: 'possible',
  applies: [agentPresent],
  needs: { list: processList, agent: optional(agent), excluded: optional(exclusions) },
  messages: { unexcluded: '{application} runs under real-time protection, and no exclusion is made for it' },
  remediation: {
    steps: [
      'Measure first: look at which processes are scanned most, and at complaints about the application.',
      'Where it suffers, exclude what its vendor documents, as narrowly as that allows.',
      'Write down what the exclusion leaves unprotected, and who decided it.',
    ],
    commands: [
      { command: 'mdatp diagnostic real-time-protection-statistics --sort --top 10', risk: 'safe' },
      { command: 'mdatp exclusion list', risk: 'safe' },
    ],
    links: [links.heavyApplications, links.exclusions],
  },
  sources: sourcesOf(heavyIoApplications),
  because: [{ of: 'performance/sap-host-settings', subject: 'real-time protection' }],

  evaluate({ list, agent: found, excluded }, context) {
    const active = found?.realTimeActive;
    if (active?.value === false) return notApplicable('Real-time protection of the agent is off.');
    const running = context.know(heavyIoApplications).flatMap((row) => {
      const [first] = processesOf(list, row);
      return first ? [{ row, first, all: processesOf(list, row) }] : [];
    });
    if (running.length === 0) return [];
    if (!active) return cannotTell('Whether real-time protection is on is not in the bundle.', { health });
    if (!excluded) return cannotTell('What is excluded is not in the bundle.', { exclusions });
    return running
      .filter(({ row, all }) => !excluded.exclusions.some(({ value }) => isFor(value, row, all)))
      .map(({ row, first }) => ({
        message: 'unexcluded' as const,
        params: { application: row.application },
        evidence: [cite(first), cite(active, 'conflicts-with')] as const,
        subject: row.application,
        severity: row.isNamed ? ('low' as const) : ('info' as const),
        identity: [row.application],
        sources: context.sourceOf(heavyIoApplications, row),
      }));
  },
});

/** Whether an exclusion is for an application: by a word of its own, or since it covers a path that it uses. */
function isFor(
  exclusion: Exclusion,
  { exclusionWords }: HeavyIoApplication,
  processes: readonly Located<ProcessRow>[],
): boolean {
  const value = exclusion.value.trim();
  if (exclusionWords.some((word) => value.toLowerCase().includes(word))) return true;
  const folder = folderOf(exclusion);
  return processes.some(({ value: { name, command } }) => {
    if (folder !== undefined) return pathsIn(command).some((path) => isBelow(path, folder));
    const [program] = command.split(/\s/u, 1);
    return exclusion.kind !== 'extension' && (value === name || value === program);
  });
}

// /usr/lib/postgresql/16/bin/postgres -D /srv/db -c config_file=/etc/postgresql.conf
const PATH = /(?<=^|[\s=:,'"])\/[^\s=:,'"]+/gu;

function pathsIn(command: string): readonly string[] {
  return command.slice(0, 8000).match(PATH) ?? [];
}
