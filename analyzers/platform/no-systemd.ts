import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { initSystem } from '../../facts/host/init-system.ts';
import { agentPresent, notRhel6 } from '../applies.ts';
import { links } from '../links.ts';

export const noSystemd = defineAnalyzer({
  id: 'platform/no-systemd',
  title: 'Init system other than systemd',
  why: 'The agent is started, watched and stopped by a unit of systemd; without it nothing keeps it running.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent, notRhel6],
  needs: { init: initSystem, host: optional(distribution) },
  messages: {
    other: 'Services are started by {name}, not by systemd',
    unknown: 'Process 1 is init, and systemd does not run',
    none: 'Process 1 is {program}, which starts no services',
  },
  remediation: {
    steps: [
      'Move the workload to a distribution that boots with systemd.',
      'Until then, start the daemon by a script of your own and watch that it stays up.',
    ],
    commands: [{ command: 'ps -p 1 -o comm=', risk: 'safe' }],
    links: [links.generalPrerequisites],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],
  because: [{ of: 'platform/inside-container' }],

  evaluate({ init: { name, firstProcess, workload }, host }) {
    if (name?.value === 'systemd') return [];
    if (!host && name && /^(?:init|upstart)$/u.test(name.value)) {
      return cannotTell('The distribution is not in the bundle, and RHEL 6 boots in this way.', {
        distribution,
      });
    }
    if (name && name.value !== 'init') {
      return [{ message: 'other', params: { name: name.value }, evidence: [cite(name)] }];
    }
    if (name) return [{ message: 'unknown', evidence: [cite(name)] }];
    if (workload)
      return [{ message: 'none', params: { program: workload.value }, evidence: [cite(workload)] }];
    const command = firstProcess?.value ?? 'not listed';
    return cannotTell(`Process 1 is ${command}, which may be any init system.`, { initSystem });
  },
});
