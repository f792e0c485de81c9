import {
  cannotTell,
  cite,
  citeAbsence,
  defineAnalyzer,
  optional,
  type Evidence1,
} from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { mdatpProcesses, type MdatpProcesses } from '../../facts/mdatp/mdatp-processes.ts';
import { service, type Service } from '../../facts/mdatp/service.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const serviceNotRunning = defineAnalyzer({
  id: 'install/service-not-running',
  title: 'Service mdatp not running',
  why: 'Without the service nothing of the agent works: no protection, no events, no answers to the portal.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { service: optional(service), processes: optional(mdatpProcesses), agent: optional(agent) },
  messages: {
    restarting: 'The service mdatp ends and is started again and again: its state is {state}',
    failed: 'The service mdatp has failed: its state is {state}, its result {result}',
    stopped: 'The service mdatp does not run: its state is {state}',
    changing: 'The service mdatp was on its way when the bundle was collected: its state is {state}',
    besides: 'The daemon runs though the service mdatp is {state}: something else started it',
    absent: 'The agent is installed and no process wdavdaemon was among {count} processes',
  },
  remediation: {
    steps: [
      'Read the last lines of the journal of mdatp for the reason.',
      'Start the service and look at its state.',
      'Where it ends at once, check the execute permission of the daemon, the user mdatp, and the mount options of /opt.',
    ],
    commands: [
      { command: 'sudo systemctl status mdatp', risk: 'safe' },
      { command: 'sudo journalctl --no-pager -u mdatp -n 100', risk: 'safe' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.installFailed, links.serviceTrouble],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],
  because: [
    { of: 'platform/package-for-other-distribution' },
    { of: 'platform/rhel6-agent-too-new' },
    { of: 'platform/rhel6-unlisted-kernel' },
    { of: 'platform/inside-container' },
    { of: 'platform/no-systemd' },
    { of: 'install/daemon-not-executable' },
    { of: 'install/missing-mdatp-user' },
    { of: 'install/missing-service-unit' },
    { of: 'install/selinux-execstack' },
    { of: 'install/selinux-denials' },
    { of: 'install/unfinished-installation' },
    { of: 'install/half-installed-package' },
    { of: 'filesystem/noexec-daemon' },
    { of: 'filesystem/symlinked-opt' },
    { of: 'filesystem/remounted-read-only' },
    { of: 'performance/agent-out-of-memory' },
    { of: 'performance/crashed-agent' },
  ],

  evaluate({ service: found, processes, agent: installed }) {
    const daemon = processes?.processes.find(({ value }) => value.role === 'daemon');
    if (found?.running?.value === true) return [];
    if (found?.state) return stateDraft(found.state, found.result, daemon);
    if (!processes)
      return cannotTell('Neither the service nor the processes are in the bundle.', { service });
    if (daemon) return [];
    if (installed?.installed !== 'yes' || !installed.proof) {
      return cannotTell('Whether the agent is installed is not in the bundle.');
    }
    const evidence = [notSeen(processes), cite(installed.proof, 'context')] as const;
    return [{ message: 'absent', params: { count: processes.count }, evidence, identity: [] }];
  },
});

type Draft =
  | { readonly message: 'restarting' | 'stopped'; readonly params: { readonly state: string } }
  | { readonly message: 'failed'; readonly params: { readonly state: string; readonly result: string } }
  | {
      readonly message: 'changing' | 'besides';
      readonly params: { readonly state: string };
      readonly severity: 'medium';
    };

function stateDraft(
  state: NonNullable<Service['state']>,
  result: Service['result'],
  daemon: MdatpProcesses['processes'][number] | undefined,
): readonly (Draft & { readonly evidence: Evidence1; readonly identity: readonly string[] })[] {
  const draft = draftOf(state.value, result?.value, daemon !== undefined);
  const evidence: Evidence1 = daemon ? [cite(state), cite(daemon, 'conflicts-with')] : [cite(state)];
  return [{ ...draft, evidence, identity: [] }];
}

function draftOf(state: string, result: string | undefined, hasDaemon: boolean): Draft {
  const params = { state };
  if (/auto-restart/u.test(state)) return { message: 'restarting', params };
  // A change takes seconds; several of them in a row are told by auto-restart.
  if (/^(?:activating|deactivating)\b/u.test(state))
    return { message: 'changing', params, severity: 'medium' };
  if (hasDaemon) return { message: 'besides', params, severity: 'medium' };
  if (/^failed\b/u.test(state)) {
    return { message: 'failed', params: { state, result: result ?? 'unknown' } };
  }
  return { message: 'stopped', params };
}

function notSeen(processes: MdatpProcesses) {
  return citeAbsence('a process wdavdaemon', [processes.header.at.entry]);
}
