import { cannotTell, cite, citeAbsence, defineAnalyzer, type Citation } from '../../engine/api/index.ts';
import { agent, type Agent } from '../../facts/mdatp/agent.ts';
import { agentTraces } from '../../facts/mdatp/agent-traces.ts';
import { links } from '../links.ts';

/** Traces that are shown; more of them prove nothing more. */
const MOST_SHOWN = 4;

export const agentNotInstalled = defineAnalyzer({
  id: 'platform/agent-not-installed',
  title: 'Agent not installed',
  why: 'Without the package the host has neither antivirus nor detection, and the portal does not know it.',
  severity: 'critical',
  confidence: 'certain',
  needs: { installed: agent, left: agentTraces },
  messages: {
    removed: 'The agent is not installed, but was or should be: {trace}',
    absent: 'The agent is not installed; nothing shows that it should be',
  },
  remediation: {
    steps: [
      'Decide whether this host is to have the agent; checks of the agent do not apply until then.',
      'Install the package for the distribution and onboard the host.',
      'Where an installation failed, read its log first: /var/log/microsoft/mdatp/install.log.',
    ],
    commands: [
      { command: 'rpm -q mdatp || dpkg -l mdatp', risk: 'safe' },
      { command: 'sudo cat /var/log/microsoft/mdatp/install.log', risk: 'safe' },
    ],
    links: [links.manualInstallation],
  },
  sources: [{ document: 'linux-install-manually', date: '2025-01' }],

  evaluate({ installed, left }) {
    if (installed.installed === 'yes') return [];
    if (installed.installed === 'unknown') {
      return cannotTell('Nothing tells whether the agent is installed.', { agent });
    }
    const absence = absenceOf(installed);
    const [trace] = left.traces;
    if (!trace) return [{ message: 'absent', evidence: [absence], severity: 'info', identity: [] }];
    const others = left.traces.filter(({ at }) => at !== installed.proof);
    const traces = others.slice(0, MOST_SHOWN).map(({ at }) => cite(at, 'context'));
    const evidence = [absence, ...traces] as const;
    return [{ message: 'removed', params: { trace: trace.what }, evidence, identity: [] }];
  },
});

/** The client analyzer says it in a line; a list of packages only by what is not in it. */
function absenceOf({ proof }: Agent): Citation {
  if (!proof) return citeAbsence('package mdatp', []);
  return /(?:^|\/)mde\.xml$/iu.test(proof.entry) ? cite(proof) : citeAbsence('package mdatp', [proof.entry]);
}
