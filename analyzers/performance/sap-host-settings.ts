import {
  cannotTell,
  cite,
  defineAnalyzer,
  notApplicable,
  optional,
  type Located,
} from '../../engine/api/index.ts';
import { distribution, type Distribution } from '../../facts/host/distribution.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { processList, type ProcessRow } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** hdbindexserver · dw.sapPRD_D00, as the dispatcher calls itself · sapstartsrv of an instance */
const PROGRAM = /^(?:hdb(?:index|name|compile)server|disp\+work|dw\.sap\S+|sapstartsrv)$/u;

export const sapHostSettings = defineAnalyzer({
  id: 'performance/sap-host-settings',
  title: 'SAP host with settings of any other host',
  why: 'The guide for SAP asks for an agent that scans on demand only; otherwise each file of SAP waits for a scan.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    list: processList,
    agent: optional(agent),
    health: optional(health),
    host: optional(distribution),
  },
  messages: {
    active: 'SAP runs on this host while real-time protection is on',
    events: 'SAP runs on this host while the agent reads its events from {provider}, not by eBPF',
  },
  remediation: {
    steps: [
      'Set the agent as the guide for SAP asks: scans on demand, at times without load.',
      'Where real-time protection must stay, exclude what the vendor documents, and measure again.',
    ],
    commands: [
      { command: 'mdatp health --field real_time_protection_enabled', risk: 'safe' },
      { command: 'sudo mdatp config real-time-protection --value disabled', risk: 'changes-host' },
    ],
    links: [links.sap],
  },
  sources: [{ document: 'mde-linux-deployment-on-sap', date: '2025-01' }],

  evaluate({ list, agent: found, health: state, host }) {
    const sap = list.processes.find(({ value }) => isSap(value));
    if (!sap) return notApplicable('No program of SAP runs on this host.');
    const active = found?.realTimeActive;
    const provider = state?.supplementary_events_subsystem;
    if (!active && !provider) return cannotTell('How the agent is set is not in the bundle.', { health });
    const reads = provider?.value === 'auditd' && !isHarmedByEbpf(host) ? provider : undefined;
    const scans = active?.value
      ? [{ message: 'active' as const, ...about('real-time protection', active, sap) }]
      : [];
    if (!reads) return scans;
    const params = { provider: reads.value };
    return [...scans, { message: 'events' as const, params, ...about('events', reads, sap) }];
  },
});

function about(subject: string, setting: Located<unknown>, sap: Located<unknown>) {
  const evidence = [cite(setting), cite(sap, 'conflicts-with')] as const;
  return { evidence, subject, identity: [subject] };
}

/** The host agent of SAP runs on database hosts of others, too. */
function isSap({ name, command }: ProcessRow): boolean {
  return PROGRAM.test(name) && !command.includes('/hostctrl/');
}

/** There eBPF and SAP together are a known fault. */
function isHarmedByEbpf(host: Distribution | undefined): boolean {
  return host?.version?.value === '8.1' && host.family === 'rpm';
}
