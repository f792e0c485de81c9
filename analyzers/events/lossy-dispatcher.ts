import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { auditMessages } from '../../facts/audit/audit-messages.ts';
import { auditdConfig } from '../../facts/audit/auditd-config.ts';
import { processList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { readsFromAuditd } from './reads-from-auditd.ts';
import { busyPluginPercent } from './thresholds.ts';

const PLUGIN = 'mdatp_audisp_plugin';

export const lossyDispatcher = defineAnalyzer({
  id: 'events/lossy-dispatcher',
  title: 'Dispatcher of auditd that drops or waits',
  why: 'Where the plugin of the agent is too slow, a lossy dispatcher drops events and a lossless one holds auditd up.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent, readsFromAuditd],
  needs: {
    config: optional(auditdConfig),
    said: optional(auditMessages),
    processes: optional(processList),
  },
  messages: {
    drops: 'The dispatcher of auditd dropped events for want of room, and said so {count} times',
    waits:
      'auditd waits for its plugins (disp_qos lossless), of which that of the agent takes {percent} % of a processor',
  },
  remediation: {
    steps: [
      'Cut what makes so many events: exclude busy programs, or drop rules that nobody needs.',
      'Raise q_depth, so that a burst finds room.',
      'Set disp_qos to lossy only where it is better to lose events than to slow the host.',
    ],
    commands: [
      { command: 'grep -E "disp_qos|q_depth" /etc/audit/auditd.conf /etc/audisp/audispd.conf', risk: 'safe' },
      { command: 'sudo service auditd restart', risk: 'disruptive' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'linux-support-perf', date: '2023' }],
  because: [{ of: 'performance/high-audisp-cpu' }, { of: 'events/flooded-audit-log' }],

  evaluate({ config, said, processes }, { threshold }) {
    const queueFull = said?.queueFull;
    const qos = config?.disp_qos;
    const depth = config?.q_depth;
    if (said && queueFull) {
      const context = [qos, depth].flatMap((one) => (one ? [cite(one, 'context')] : []));
      const params = { count: said.queueFullCount };
      return [{ message: 'drops', params, evidence: [cite(queueFull), ...context], identity: ['drops'] }];
    }
    if (!config) return cannotTell('The settings of auditd are not in the bundle.', { auditdConfig });
    // Later releases of audit have no such setting: their dispatcher is part of auditd.
    if (qos?.value.toLowerCase() !== 'lossless') return [];
    if (!processes) return cannotTell('Nothing tells how busy the plugin is.', { processList });
    const plugin = processes.processes.find(({ value }) => value.name === PLUGIN);
    const percent = plugin?.value.cpuPercent ?? 0;
    if (!plugin || percent < threshold(busyPluginPercent)) return [];
    const evidence = [cite(qos), cite(plugin), ...(depth ? [cite(depth, 'context')] : [])] as const;
    return [{ message: 'waits', params: { percent }, evidence, severity: 'info', identity: ['waits'] }];
  },
});
