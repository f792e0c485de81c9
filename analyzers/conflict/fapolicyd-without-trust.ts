import {
  cannotTell,
  cite,
  citeAbsence,
  defineAnalyzer,
  notApplicable,
  optional,
} from '../../engine/api/index.ts';
import { fapolicydConfig, type FapolicydConfig } from '../../facts/other-protection/fapolicyd-config.ts';
import { fapolicydRules, type FapolicydRules } from '../../facts/other-protection/fapolicyd-rules.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { processList } from '../../facts/process/process-list.ts';
import { systemdUnits } from '../../facts/systemd/units.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** What fapolicyd trusts where its settings do not say, see fapolicyd.conf(5). */
const USUAL_TRUST = 'rpmdb,file';

export const fapolicydWithoutTrust = defineAnalyzer({
  id: 'conflict/fapolicyd-without-trust',
  title: 'fapolicyd without trust in the agent',
  why: 'What fapolicyd does not trust it may keep from being executed or loaded: engines and updates of the agent.',
  severity: 'info',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    processes: optional(processList),
    units: optional(systemdUnits),
    rules: optional(fapolicydRules),
    config: optional(fapolicydConfig),
    packages: optional(installedPackages),
  },
  messages: {
    untrusted:
      'fapolicyd runs, and neither its trust nor one of its {count} rules covers /opt/microsoft/mdatp',
  },
  remediation: {
    steps: [
      'Add the folder of the agent to what fapolicyd trusts, or let it trust the packages of rpm.',
      'Look in its log whether it refused something to the agent.',
    ],
    commands: [
      {
        command: 'sudo fapolicyd-cli --file add /opt/microsoft/mdatp/ --trust-file mdatp',
        risk: 'changes-host',
      },
      { command: 'sudo fapolicyd-cli --update', risk: 'changes-host' },
      { command: 'sudo ausearch -m FANOTIFY -ts today -i', risk: 'safe' },
    ],
    links: [links.prerequisites],
  },
  sources: [
    { document: 'mde-linux-prerequisites', date: '2026-03-08' },
    { document: 'fapolicyd.conf(5)', date: '2024-05' },
  ],
  because: [{ of: 'conflict/fapolicyd-active' }],

  evaluate({ processes, units, rules, config, packages }) {
    if (!processes && !units) {
      return cannotTell('Neither processes nor units are in the bundle.', { processList });
    }
    const running =
      processes?.processes.find(({ value }) => value.name === 'fapolicyd') ??
      units?.units.find(({ value }) => value.unit === 'fapolicyd.service' && value.active === 'active');
    if (!running) return notApplicable('fapolicyd does not run on this host.');
    if (config?.permissive?.value === '1' || trustsAgent(rules)) return [];
    if (!rules) return cannotTell('The rules of fapolicyd are not in the bundle.', { fapolicydRules });
    if (!config) return cannotTell('The settings of fapolicyd are not in the bundle.', { fapolicydConfig });
    if (trustsPackages(config)) {
      if (!packages)
        return cannotTell('Whether the agent is a package is not in the bundle.', { installedPackages });
      if (packages.byName.has('mdatp')) return [];
    }
    const looked = citeAbsence('/opt/microsoft/mdatp', filesOf(rules));
    const evidence = [
      cite(running),
      looked,
      ...(config.trust ? [cite(config.trust, 'context')] : []),
    ] as const;
    return [{ message: 'untrusted', params: { count: rules.rules.length }, evidence, identity: [] }];
  },
});

// allow perm=any all : dir=/opt/microsoft/mdatp/ · /opt/microsoft/mdatp/sbin/wdavdaemon 4211816 2c26…
const COVERS =
  /^(?:\d+\. )?(?:allow\S*\s.{0,500}=\/opt\/(?:microsoft\/(?:mdatp\S*)?)?(?:\s|,|$)|\/opt\/microsoft\/mdatp\/)/u;

function trustsAgent(rules: FapolicydRules | undefined): boolean {
  return rules?.rules.some(({ value }) => COVERS.test(value.text)) ?? false;
}

function trustsPackages({ trust }: FapolicydConfig): boolean {
  return (trust?.value ?? USUAL_TRUST).split(',').some((one) => /^(?:rpm|deb)db$/u.test(one.trim()));
}

function filesOf({ rules }: FapolicydRules): readonly string[] {
  return [...new Set(rules.map(({ at }) => at.entry))];
}
