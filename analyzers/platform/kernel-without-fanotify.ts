import { cannotTell, cite, citeAbsence, defineAnalyzer, type Citation } from '../../engine/api/index.ts';
import { kernelConfig, type KernelConfig } from '../../facts/kernel/kernel-config.ts';
import { agentPresent, notRhel6 } from '../applies.ts';
import { links } from '../links.ts';

const FANOTIFY = 'CONFIG_FANOTIFY';
const PERMISSIONS = 'CONFIG_FANOTIFY_ACCESS_PERMISSIONS';

export const kernelWithoutFanotify = defineAnalyzer({
  id: 'platform/kernel-without-fanotify',
  title: 'Kernel built without fanotify',
  why: 'Real-time protection sees and stops file access through fanotify; a kernel without it leaves the agent blind.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent, notRhel6],
  needs: { config: kernelConfig },
  messages: {
    without: 'The running kernel is built without fanotify: {option} is {value}',
    notifyOnly: 'The running kernel reports file access but cannot hold it back: {option} is {value}',
  },
  remediation: {
    steps: [
      'Boot a kernel of the distribution: those have both options.',
      'Where the kernel is built in-house, set CONFIG_FANOTIFY=y and CONFIG_FANOTIFY_ACCESS_PERMISSIONS=y.',
      'Look at the health of the agent after the boot: real_time_protection_subsystem must say fanotify.',
    ],
    commands: [
      { command: 'grep CONFIG_FANOTIFY /boot/config-$(uname -r)', risk: 'safe' },
      { command: 'sudo reboot', risk: 'disruptive' },
    ],
    links: [links.requirements],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02' },
    { document: 'fanotify(7)', date: '2024-05' },
  ],

  evaluate({ config }) {
    const missing = [FANOTIFY, PERMISSIONS].find((option) => config.options.get(option)?.value !== 'y');
    if (missing === undefined) return [];
    const evidence = evidenceOf(config, missing);
    if (!evidence) return cannotTell(`The options at hand do not name ${missing}.`, { kernelConfig });
    const params = { option: missing, value: config.options.get(missing)?.value ?? 'not named' };
    const draft = { params, evidence: [evidence], identity: [missing] } as const;
    return missing === FANOTIFY
      ? [{ ...draft, message: 'without' }]
      : [{ ...draft, message: 'notifyOnly', severity: 'high' }];
  },
});

/** An option that a whole file does not name is not there; a part of a file proves nothing. */
function evidenceOf({ options, complete, source }: KernelConfig, option: string): Citation | undefined {
  const named = options.get(option);
  if (named) return cite(named);
  return complete ? citeAbsence(option, [source.entry]) : undefined;
}
