import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  notApplicable,
  optional,
  sourcesOf,
  type Located,
} from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { kernelModules, type KernelModules } from '../../facts/kernel/modules.ts';
import { installedPackages, type InstalledPackages } from '../../facts/packages/installed-packages.ts';
import { processList, type ProcessList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { ebpfHarms } from '../knowledge/ebpf.ts';
import { links } from '../links.ts';
import { signOfHarm } from './ebpf-harm.ts';

// uptrack, ksplice-offline · uptrack-upgrade, ksplice · ksplice_1a2b3c4d
const KSPLICE = /^(?:uptrack|ksplice)\b|^ksplice_/u;

export const kspliceOnOl79 = defineAnalyzer({
  id: 'events/ksplice-on-ol79',
  title: 'Ksplice on Oracle Linux 7.9',
  why: 'Hosts with Oracle Linux 7.9 are known to hang when Ksplice patches the kernel while the agent runs.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    host: distribution,
    packages: optional(installedPackages),
    modules: optional(kernelModules),
    processes: optional(processList),
  },
  messages: { patched: '{name} has Ksplice ({sign}), which patches its kernel while the agent runs' },
  remediation: {
    steps: [
      'Stop the agent before each patch, and start it again afterwards.',
      'Take the job that patches by itself out of cron until that is arranged.',
    ],
    commands: [
      { command: 'sudo systemctl stop mdatp', risk: 'disruptive' },
      { command: 'ls /etc/cron.d/uptrack /etc/uptrack', risk: 'safe' },
      { command: 'sudo systemctl start mdatp', risk: 'changes-host' },
    ],
    links: [links.ebpfIssues],
  },
  sources: sourcesOf(ebpfHarms),

  evaluate({ host, packages, modules, processes }, { know, sourceOf }) {
    const row = know(ebpfHarms).find((one) => one.beside === 'ksplice' && signOfHarm(one, host, undefined));
    const release = row && signOfHarm(row, host, undefined);
    if (!row || !release) return notApplicable(`${host.name.value} is not known to be harmed by Ksplice.`);
    const [sign, ...others] = signs(packages, modules, processes);
    if (!sign) {
      return packages?.complete
        ? []
        : cannotTell('Nothing tells whether Ksplice is installed.', { installedPackages });
    }
    const params = { name: host.name.value, sign: sign.value };
    const evidence = citeAll([release, sign, ...others.slice(0, 1)]);
    return [{ message: 'patched', params, evidence, identity: [row.id], sources: sourceOf(ebpfHarms, row) }];
  },
});

function signs(
  packages: InstalledPackages | undefined,
  modules: KernelModules | undefined,
  processes: ProcessList | undefined,
): readonly Located<string>[] {
  return [...(packages?.list ?? []), ...(modules?.modules ?? []), ...(processes?.processes ?? [])]
    .filter(({ value }) => KSPLICE.test(value.name))
    .map(({ value, at }) => ({ value: value.name, at }));
}
