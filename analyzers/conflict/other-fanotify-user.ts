import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  type FindingDraft,
  type Located,
} from '../../engine/api/index.ts';
import { kernelLog, type FanotifyTaint } from '../../facts/kernel/kernel-log.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { fanotifyUsers, type FanotifyUser } from '../../facts/process/fanotify-users.ts';
import { agentPresent } from '../applies.ts';
import { fanotifyWatchers } from '../knowledge/fanotify-watchers.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { isSameProgram, subjectOf } from './product-of-program.ts';

const messages = {
  active: '{process} holds a fanotify group beside the agent',
  blocking: '{process} holds a fanotify group beside the agent, and asked to hold accesses',
  passive: '{process} holds a fanotify group; the agent is passive beside it',
} as const;

export const otherFanotifyUser = defineAnalyzer({
  id: 'conflict/other-fanotify-user',
  title: 'Another program watches files by fanotify',
  why: 'If it holds file access until it has answered, it and the agent can wait for each other without end.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { users: optional(fanotifyUsers), log: optional(kernelLog), agent: optional(agent) },
  messages,
  remediation: {
    steps: [
      'Find out which product the process belongs to and whether it blocks file access.',
      'Stop or remove it, or run the antivirus of the agent in passive mode.',
    ],
    commands: [{ command: "sudo lsof | grep '\\[fanotify\\]'", risk: 'safe' }],
    links: [links.requirements, links.enforcementLevel],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],
  because: [
    { of: 'conflict/active-beside-other-antivirus', sameSubject: true },
    { of: 'conflict/second-edr', sameSubject: true },
    { of: 'conflict/third-party-protection', sameSubject: true },
  ],
  supersedes: ['performance/foreign-fanotify-taint'],

  evaluate({ users, log, agent: found }, { know }) {
    if (!users?.header) {
      return cannotTell('The list of open files is not in the bundle.', { fanotifyUsers });
    }
    const passive = found?.realTimeActive?.value === false || found?.passive?.value === true;
    const watchers = know(fanotifyWatchers).map(({ program }) => program);
    const isOther = (program: string): boolean =>
      !isAgent(program) && !watchers.some((one) => isSameProgram(one, program));
    const others = users.users.filter(({ value }) => isOther(value.command));
    const subject = (program: string): string => subjectOf(program, know(securityProducts));
    return others.map((user) =>
      userDraft(user, log?.fanotifyTaint ?? [], passive, subject(user.value.command)),
    );
  },
});

type Draft = FindingDraft<typeof messages>;

function userDraft(
  user: Located<FanotifyUser>,
  taints: readonly Located<FanotifyTaint>[],
  passive: boolean,
  subject: string,
): Draft {
  const process = user.value.command;
  const about = { params: { process }, subject, identity: [process] };
  const taint = taints.find(({ value }) => isSameProgram(value.process, process));
  const evidence = taint ? ([cite(user), cite(taint, 'context')] as const) : ([cite(user)] as const);
  if (passive) return { ...about, message: 'passive', evidence, severity: 'low' };
  return taint
    ? { ...about, message: 'blocking', evidence, confidence: 'certain' }
    : { ...about, message: 'active', evidence };
}

/** lsof cuts names after nine characters. */
function isAgent(process: string): boolean {
  return isSameProgram(process, 'wdavdaemon') || process === 'mdatp';
}
