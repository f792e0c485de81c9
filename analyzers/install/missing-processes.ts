import {
  cannotTell,
  cite,
  citeAbsence,
  defineAnalyzer,
  notApplicable,
  optional,
  type Evidence1,
  type Located,
} from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { analyzerXml } from '../../facts/mdatp/analyzer-xml.ts';
import { health } from '../../facts/mdatp/health.ts';
import { mdatpProcesses, type MdatpProcesses, type MdatpRole } from '../../facts/mdatp/mdatp-processes.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const missingProcesses = defineAnalyzer({
  id: 'install/missing-processes',
  title: 'Part of the agent not running',
  why: 'Each part is a process of its own: without it, its share of protection or reporting is missing unnoticed.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    processes: optional(mdatpProcesses),
    summary: optional(analyzerXml),
    agent: optional(agent),
    health: optional(health),
  },
  messages: {
    antivirus: 'Real-time protection is on and the antivirus engine (wdavdaemon unprivileged) does not run',
    edr: 'The daemon runs without its detection and response part (wdavdaemon edr)',
    telemetry: 'The client analyzer found the telemetry process of the agent {state}',
  },
  remediation: {
    steps: [
      'Look for crashes and for a lack of memory in the logs of the host at the time of the last start.',
      'Restart the service and look whether the part stays.',
    ],
    commands: [
      { command: 'ps -ef | grep [w]davdaemon', risk: 'safe' },
      { command: 'sudo journalctl --no-pager -u mdatp -n 100', risk: 'safe' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.installFailed],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],
  because: [
    { of: 'install/missing-mdatp-user' },
    { of: 'install/selinux-denials' },
    { of: 'install/selinux-execstack' },
    { of: 'performance/agent-out-of-memory' },
    { of: 'performance/crashed-agent' },
  ],

  evaluate({ processes, summary, agent: mode, health: state }) {
    if (!processes && !summary) return cannotTell('The processes are not in the bundle.', { mdatpProcesses });
    const runs = processes?.processes ?? [];
    if (processes && !runs.some(({ value }) => value.role === 'daemon')) {
      return notApplicable('The daemon itself does not run.');
    }
    const telemetry = summary?.telemetryProcessStatus;
    const drafts = [
      ...(mode?.realTimeActive?.value === true
        ? missingPart('antivirus', processes, summary?.avProcessStatus, mode.realTimeActive)
        : []),
      // Without a tenant there is nothing to report to.
      ...(state?.licensed?.value === false ? [] : missingPart('edr', processes, summary?.edrProcessStatus)),
      ...(telemetry && isDown(telemetry) ? [telemetryDraft(telemetry)] : []),
    ];
    if (drafts.length === 0 && !tellsParts(processes) && !summary?.edrProcessStatus) {
      return cannotTell('The list of processes does not show the arguments that tell the parts apart.');
    }
    return drafts;
  },
});

interface PartDraft {
  readonly message: 'antivirus' | 'edr';
  readonly evidence: Evidence1;
  readonly identity: readonly string[];
}

/** A part that neither ps nor the client analyzer shows; ps is trusted before it. */
function missingPart(
  role: MdatpRole & PartDraft['message'],
  processes: MdatpProcesses | undefined,
  status: Located<string> | undefined,
  asks?: Located<unknown>,
): readonly PartDraft[] {
  if (processes?.processes.some(({ value }) => value.role === role)) return [];
  const context = asks ? [cite(asks, 'context')] : [];
  const about = { message: role, identity: [] } as const;
  if (tellsParts(processes)) {
    const daemon = processes.processes.find(({ value }) => value.role === 'daemon');
    const looked = citeAbsence(ARGUMENTS[role], [processes.header.at.entry]);
    return [{ ...about, evidence: [looked, ...(daemon ? [cite(daemon, 'context')] : []), ...context] }];
  }
  return status && isDown(status) ? [{ ...about, evidence: [cite(status), ...context] }] : [];
}

const ARGUMENTS = { antivirus: 'wdavdaemon unprivileged', edr: 'wdavdaemon edr' } as const;

/** Agents of 2020 ran three daemons of the same name without arguments: their parts cannot be told apart. */
function tellsParts(processes: MdatpProcesses | undefined): processes is MdatpProcesses {
  if (!processes?.hasArguments) return false;
  return processes.processes.filter(({ value }) => value.role === 'daemon').length === 1;
}

/** `Error` means more than one, which the client analyzer cannot judge. */
function isDown(status: Located<string>): boolean {
  return status.value.toLowerCase() === 'down';
}

function telemetryDraft(status: Located<string>) {
  return {
    message: 'telemetry',
    params: { state: status.value },
    evidence: [cite(status)],
    severity: 'low',
    confidence: 'possible',
    identity: [],
  } as const;
}
