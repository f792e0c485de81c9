import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  sourcesOf,
  versionParts,
  type Located,
} from '../../engine/api/index.ts';
import { distribution, type Distribution } from '../../facts/host/distribution.ts';
import { repositories, type MicrosoftRepository } from '../../facts/packages/repositories.ts';
import { rpmPackages, type RpmPackage } from '../../facts/packages/rpm-packages.ts';
import { agentPresent, onlyRpmFamily } from '../applies.ts';
import { packageTargets, type PackageTarget } from '../knowledge/package-targets.ts';
import { links } from '../links.ts';
import { distributionEvidence } from './distribution-evidence.ts';

export const packageForOtherDistribution = defineAnalyzer({
  id: 'platform/package-for-other-distribution',
  title: 'Package of the agent for another distribution',
  why: 'A package that is built for another release brings libraries and SELinux rules that do not fit, and may not start.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, onlyRpmFamily],
  needs: { host: distribution, rpm: optional(rpmPackages), sources: optional(repositories) },
  messages: {
    package: 'Package mdatp {version}-{release} is built for {target}; the host runs {name}',
    repository: 'The agent is served from the repository for {target}; the host runs {name}',
  },
  remediation: {
    steps: [
      "Replace the repository by the one for this distribution and release, from Microsoft's list of repositories.",
      'Remove the package, install the one from the right repository, and check that the host is still onboarded.',
    ],
    commands: [
      { command: 'rpm -q mdatp', risk: 'safe' },
      { command: 'sudo yum reinstall mdatp', risk: 'disruptive' },
    ],
    links: [links.rightPackage],
  },
  sources: sourcesOf(packageTargets),

  evaluate({ host, rpm, sources }, { know }) {
    const targets = know(packageTargets);
    const name = host.name.value;
    const context = distributionEvidence(host);
    const installed = rpm?.packages.get('mdatp')?.[0];
    const tag = installed && tagOf(installed.value);
    const tagged = tag && fits(targets, tag.target, tag.major, host);
    if (installed && tag && tagged === 'no') {
      const { version, release } = installed.value;
      const params = { version, release, target: `${tag.target} ${tag.major}`, name };
      return [{ message: 'package', params, evidence: [cite(installed), ...context], identity: [] }];
    }
    if (tagged === 'yes') return [];
    const serving = (sources?.microsoft ?? []).filter(({ value }) => value.enabled);
    const answers = serving.map((one) => ({ one, answer: byRepository(targets, one, host) }));
    const wrong = answers.find(({ answer }) => answer === 'no')?.one;
    if (answers.some(({ answer }) => answer === 'yes')) return [];
    if (!wrong) {
      return cannotTell('Nothing tells for which distribution the package is built.', { repositories });
    }
    const params = { target: `${wrong.value.distribution} ${wrong.value.release}`, name };
    const evidence = [cite(wrong), ...context] as const;
    return [
      { message: 'repository', params, evidence, severity: 'medium', confidence: 'likely', identity: [] },
    ];
  },
});

// 1.el8 · 2.sles15
const TAG = /(?:^|[._-])(?<target>el|rhel|sles|fc)(?<major>\d{1,2})(?:[._-]|$)/u;

function tagOf({ release }: RpmPackage): { readonly target: string; readonly major: number } | undefined {
  const { target, major } = TAG.exec(release)?.groups ?? {};
  return target === undefined ? undefined : { target, major: Number(major) };
}

function byRepository(
  targets: readonly PackageTarget[],
  { value }: Located<MicrosoftRepository>,
  host: Distribution,
): 'yes' | 'no' | 'unknown' {
  return fits(targets, value.distribution, versionParts(value.release)[0], host);
}

/** Whether a package for a target serves the host; unknown where no row names the target or the host. */
function fits(
  targets: readonly PackageTarget[],
  target: string,
  major: number | undefined,
  host: Distribution,
): 'yes' | 'no' | 'unknown' {
  const row = targets.find((one) => one.target === target);
  if (!row || major === undefined || host.major === undefined) return 'unknown';
  if (row.ids.includes(host.id.value)) return major === host.major ? 'yes' : 'no';
  const isNamed = targets.some(({ ids }) => ids.includes(host.id.value));
  return isNamed && !row.others.includes(host.id.value) ? 'no' : 'unknown';
}
