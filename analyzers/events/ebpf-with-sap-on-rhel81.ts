import {
  cannotTell,
  cite,
  citeAll,
  defineAnalyzer,
  notApplicable,
  optional,
  sourcesOf,
} from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { processList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { ebpfHarms } from '../knowledge/ebpf.ts';
import { links } from '../links.ts';
import { signOfHarm } from './ebpf-harm.ts';
import { ebpfUse } from './ebpf-use.ts';

// sapstartsrv, saphostexec · hdbindexserver, hdbnameserver · hdb.sapHDB_HDB00, the daemon of one instance
const SAP =
  /^(?:sapstartsrv|sapstart|saphostexec|hdb\.sap\w*|hdb\w{1,20}(?:server|engine|dispatcher)|hdbdaemon)$/u;

/** Processes that are cited. */
const MOST_CITED = 2;

export const ebpfWithSapOnRhel81 = defineAnalyzer({
  id: 'events/ebpf-with-sap-on-rhel81',
  title: 'SAP and eBPF on RHEL 8.1',
  why: 'On RHEL 8.1 the kernel is known to panic where SAP runs and the agent uses eBPF.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    host: distribution,
    processes: processList,
    health: optional(health),
    agent: optional(agent),
  },
  messages: { together: '{name} runs SAP ({program}), and the agent uses eBPF ({told})' },
  remediation: {
    steps: [
      'Update the host to a later minor release of RHEL 8.',
      'Switch eBPF off until then, and restart the agent.',
    ],
    commands: [
      {
        command: 'sudo mdatp config ebpf-supplementary-event-provider --value disabled',
        risk: 'changes-host',
      },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.ebpfIssues],
  },
  sources: sourcesOf(ebpfHarms),

  evaluate({ host, processes, health: state, agent: found }, { know, sourceOf }) {
    const row = know(ebpfHarms).find((one) => one.beside === 'sap' && signOfHarm(one, host, undefined));
    const sign = row && signOfHarm(row, host, undefined);
    if (!row || !sign) return notApplicable(`${host.name.value} is not known to be harmed beside SAP.`);
    const [program, ...others] = processes.processes.filter(({ value }) => SAP.test(value.name));
    if (!program) return [];
    const { uses, told } = ebpfUse(state, found);
    if (uses === 'no') return [];
    if (!told) return cannotTell('Nothing tells whether the agent uses eBPF.', { health });
    const places = citeAll([sign, program, ...others.slice(0, MOST_CITED - 1)]);
    return [
      {
        message: 'together',
        params: { name: host.name.value, program: program.value.name, told: told.value },
        evidence: [...places, cite(told, 'context')],
        confidence: uses === 'yes' ? 'certain' : 'likely',
        identity: [row.id],
        sources: sourceOf(ebpfHarms, row),
      },
    ];
  },
});
