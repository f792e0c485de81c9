import { cannotTell, cite, citeAbsence, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { auditPlugins } from '../../facts/audit/audit-plugins.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { processList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { eventProvider } from './event-provider.ts';
import { readsFromAuditd } from './reads-from-auditd.ts';

// mdatp_audisp_plugin · mdatp_audisp_pl, as ps cuts a bare name
const PLUGIN = /^\[?mdatp_audisp_pl/u;

export const missingAudispPlugin = defineAnalyzer({
  id: 'events/missing-audisp-plugin',
  title: 'Audit plugin of the agent not running',
  why: 'auditd hands its records to the agent through this program; without it the portal sees no events of auditd.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, readsFromAuditd],
  needs: {
    processes: optional(processList),
    plugins: optional(auditPlugins),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    inactive: 'The plugin of the agent is switched off for auditd, from which the agent reads its events',
    notRunning: 'No process mdatp_audisp_plugin runs, while the agent reads its events from auditd',
  },
  remediation: {
    steps: [
      'Set active = yes in mdatp.conf among the plugins of auditd.',
      'Restart auditd, which starts its plugins; where it refuses a restart by systemctl, use service.',
      'Look whether the process is there.',
    ],
    commands: [
      {
        command: 'grep active /etc/audit/plugins.d/mdatp.conf /etc/audisp/plugins.d/mdatp.conf',
        risk: 'safe',
      },
      { command: 'sudo service auditd restart', risk: 'disruptive' },
      { command: 'pgrep -a mdatp_audisp', risk: 'safe' },
    ],
    links: [links.events],
  },
  sources: [{ document: 'linux-support-events', date: '2025-01' }],
  because: [{ of: 'events/auditd-not-running' }, { of: 'install/missing-processes' }],

  evaluate({ processes, plugins, health: state, agent: found }) {
    if (processes?.processes.some(({ value }) => PLUGIN.test(value.name))) return [];
    const { usesAuditd, told, isCertain } = eventProvider(state, found);
    if (usesAuditd !== 'yes' || !isCertain || !told) {
      return cannotTell('Nothing tells for sure that the agent reads its events from auditd.', { health });
    }
    const plugin = plugins?.plugins.find(
      ({ value }) => value.name === 'mdatp' || value.path.includes('mdatp_audisp_plugin'),
    );
    const context = cite(told, 'context');
    if (plugin && !plugin.value.active) {
      return [{ message: 'inactive', evidence: [cite(plugin), context], identity: [] }];
    }
    if (!processes) return cannotTell('Nothing tells which processes run.', { processList });
    const lack = citeAbsence('a process mdatp_audisp_plugin', [processes.header.at.entry]);
    return [{ message: 'notRunning', evidence: [lack, context], identity: [] }];
  },
});
