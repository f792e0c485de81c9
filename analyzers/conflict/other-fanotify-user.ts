import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { kernelLog } from '../../facts/kernel/kernel-log.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { fanotifyUsers } from '../../facts/process/fanotify-users.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** lsof cuts names at nine characters unless told otherwise, ps and the kernel at fifteen. */
const SHORTEST_CUT = 9;

export const otherFanotifyUser = defineAnalyzer({
  id: 'conflict/other-fanotify-user',
  title: 'Another program watches files by fanotify',
  why: 'If it holds file access until it has answered, it and the agent can wait for each other without end.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { users: optional(fanotifyUsers), log: optional(kernelLog), agent: optional(agent) },
  messages: {
    active: '{process} holds a fanotify group beside the agent',
    passive: '{process} holds a fanotify group; the agent is passive beside it',
    logged: 'The kernel says that {process} asked for fanotify permission events',
  },
  remediation: {
    steps: [
      'Find out which product the process belongs to and whether it blocks file access.',
      'Stop or remove it, or run the antivirus of the agent in passive mode.',
    ],
    commands: [{ command: "sudo lsof | grep '\\[fanotify\\]'", risk: 'safe' }],
    links: [links.requirements, links.enforcementLevel],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],
  because: [{ of: 'conflict/third-party-protection' }],

  evaluate({ users, log, agent: found }) {
    if (!users?.header && !log) {
      return cannotTell('The list of open files is not in the bundle.', { fanotifyUsers });
    }
    const passive = found?.passive?.value === true;
    const others = (users?.users ?? []).filter(({ value }) => !isAgent(value.command));
    const names = new Set(others.map(({ value }) => value.command));
    const logged = (log?.fanotifyTaint ?? []).filter(
      ({ value }) => !isAgent(value.process) && ![...names].some((name) => sameProgram(name, value.process)),
    );
    const severity = passive ? { severity: 'low' as const } : {};
    return [
      ...others.map((user) => ({
        message: passive ? ('passive' as const) : ('active' as const),
        params: { process: user.value.command },
        evidence: [cite(user)] as const,
        subject: user.value.command,
        ...severity,
      })),
      ...logged.map((entry) => ({
        message: 'logged' as const,
        params: { process: entry.value.process },
        evidence: [cite(entry)] as const,
        subject: entry.value.process,
        ...severity,
      })),
    ];
  },
});

function isAgent(process: string): boolean {
  return sameProgram(process, 'wdavdaemon') || process === 'mdatp';
}

function sameProgram(a: string, b: string): boolean {
  const [short = '', long = ''] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= SHORTEST_CUT && long.startsWith(short));
}
