import { cannotTell, defineAnalyzer, notApplicable, optional } from '../../engine/api/index.ts';
import { cpuSamples } from '../../facts/process/cpu-samples.ts';
import { cpuSummary } from '../../facts/process/cpu-summary.ts';
import { processList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { isSeenNotToRun, loadsOf } from './agent-load.ts';
import { LOAD_MESSAGES, loadFindings } from './load-findings.ts';
import { highPluginLoad } from './thresholds.ts';

export const highAudispCpu = defineAnalyzer({
  id: 'performance/high-audisp-cpu',
  title: 'Audit plugin of the agent with high load',
  why: 'The plugin reads each audit record of the host; when it falls behind, records queue up and are lost.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { sampled: optional(cpuSamples), summary: optional(cpuSummary), list: optional(processList) },
  messages: LOAD_MESSAGES,
  remediation: {
    steps: [
      'Find out which rules and which programs make most audit records.',
      'Leave out what nobody evaluates, or exclude the program from the events of the agent.',
      'Move to an agent that takes its events by eBPF.',
    ],
    commands: [
      { command: 'sudo aureport --key --summary', risk: 'safe' },
      { command: 'sudo aureport --executable --summary', risk: 'safe' },
    ],
    links: [links.performance, links.ebpf],
  },
  sources: [{ document: 'linux-support-perf', date: '2023' }],
  because: [
    { of: 'events/flooded-audit-log' },
    { of: 'events/too-many-audit-rules' },
    { of: 'conflict/other-audit-consumers' },
  ],

  evaluate(facts, context) {
    const program = 'mdatp_audisp_plugin';
    if (isSeenNotToRun(program, facts)) return notApplicable('The audit plugin of the agent does not run.');
    const loads = loadsOf(program, facts, context);
    if (loads.length === 0) {
      return cannotTell(
        'No mean of the load is in the bundle: neither several samples nor a plugin that runs for long.',
        {
          cpuSamples,
        },
      );
    }
    return loadFindings(program, loads, [[context.threshold(highPluginLoad), 'medium']]);
  },
});
