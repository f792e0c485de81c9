import {
  cannotTell,
  cite,
  citeAbsence,
  defineAnalyzer,
  optional,
  type FindingDraft,
} from '../../engine/api/index.ts';
import { kernelConfig, type KernelConfig } from '../../facts/kernel/kernel-config.ts';
import { installedPackages, type InstalledPackages } from '../../facts/packages/installed-packages.ts';
import { agentPresent, notRhel6 } from '../applies.ts';
import { links } from '../links.ts';

/** Packages that bring iptables and ip6tables, by the distributions' names. */
const BRING_IPTABLES = ['iptables', 'iptables-nft', 'iptables-legacy', 'iptables-services'];

/** Parts of the kernel that rules by the owner of a connection need. */
const OPTIONS = ['CONFIG_NETFILTER', 'CONFIG_NETFILTER_XT_MATCH_OWNER'];

const MESSAGES = {
  iptables: 'No package brings iptables and ip6tables',
  option: 'The running kernel is built without {option}',
} as const;

export const missingIsolationPrerequisites = defineAnalyzer({
  id: 'connectivity/missing-isolation-prerequisites',
  title: 'Prerequisites of device isolation missing',
  why: 'The portal cannot cut this host off the network when that is needed.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent, notRhel6],
  needs: { packages: optional(installedPackages), config: optional(kernelConfig) },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Install iptables from the repositories of the distribution; its package brings ip6tables.',
      'Where a part of the kernel is missing, boot a kernel of the distribution.',
    ],
    commands: [
      { command: 'iptables --version; ip6tables --version', risk: 'safe' },
      { command: 'grep CONFIG_NETFILTER /boot/config-$(uname -r)', risk: 'safe' },
    ],
    links: [links.softwareRequirements],
  },
  sources: [{ document: 'mde-linux-prerequisites', date: '2026-03' }],

  evaluate({ packages, config }) {
    const drafts = [...withoutIptables(packages), ...withoutOptions(config)];
    if (drafts.length > 0 || packages?.complete || hasIptables(packages)) return drafts;
    return packages
      ? cannotTell('The list of packages is not complete.')
      : cannotTell('No list of packages is in the bundle.', { installedPackages });
  },
});

function hasIptables(packages: InstalledPackages | undefined): boolean {
  return packages !== undefined && BRING_IPTABLES.some((name) => packages.byName.has(name));
}

function withoutIptables(packages: InstalledPackages | undefined): readonly FindingDraft<typeof MESSAGES>[] {
  if (!packages?.complete || hasIptables(packages)) return [];
  const evidence = [citeAbsence(BRING_IPTABLES.join(' or '), [packages.entry])] as const;
  return [{ message: 'iptables', evidence, subject: 'iptables', identity: ['iptables'] }];
}

/** Only what is said to be not set: an option that is not named may have another name in this kernel. */
function withoutOptions(config: KernelConfig | undefined): readonly FindingDraft<typeof MESSAGES>[] {
  return OPTIONS.flatMap((option) => {
    const found = config?.options.get(option);
    if (found?.value !== 'n') return [];
    return [
      { message: 'option', params: { option }, evidence: [cite(found)], subject: option, identity: [option] },
    ] as const;
  });
}
