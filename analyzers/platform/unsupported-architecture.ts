import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  sourcesOf,
  type Located,
} from '../../engine/api/index.ts';
import { architecture } from '../../facts/hardware/architecture.ts';
import { distribution, type Distribution } from '../../facts/host/distribution.ts';
import { agentPresent } from '../applies.ts';
import { supportedArchitectures, type SupportedArchitecture } from '../knowledge/supported-architectures.ts';
import { links } from '../links.ts';
import { distributionEvidence } from './distribution-evidence.ts';
import { isWithin } from './release-range.ts';

export const unsupportedArchitecture = defineAnalyzer({
  id: 'platform/unsupported-architecture',
  title: 'Processor architecture outside the support list',
  why: 'There is no build of the agent for other processors, or none that is tested on this distribution.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    processor: architecture,
    host: optional(distribution),
  },
  messages: {
    never: 'The processor is {architecture}; profile {profile} supports {supported}',
    elsewhere: '{architecture} is supported by profile {profile} on other releases than {name}',
    preview: '{architecture} is supported on {name} as a preview only',
  },
  remediation: {
    steps: [
      'Move the workload to an x86_64 host, or to a distribution on which ARM64 is listed.',
      'Install the package that is built for the architecture of the host.',
    ],
    commands: [{ command: 'uname -m', risk: 'safe' }],
    links: [links.distributions],
  },
  sources: sourcesOf(supportedArchitectures),

  evaluate({ processor: { machine }, host }, { know, profile }) {
    const list = know(supportedArchitectures);
    if (list.length === 0) return cannotTell(`There are no architectures for profile ${profile}.`);
    const rows = list.filter((row) => row.architecture === machine.value);
    const about = { architecture: machine.value, profile };
    if (rows.length === 0) {
      const supported = [...new Set(list.map((row) => row.architecture))].join(', ');
      return [{ message: 'never', params: { ...about, supported }, evidence: [cite(machine)], identity: [] }];
    }
    if (rows.some(({ id }) => id === undefined)) return [];
    if (!host) return cannotTell(`Which distribution runs on ${machine.value} is not in the bundle.`);
    return byDistribution(rows, host, machine, about);
  },
});

function byDistribution(
  rows: readonly SupportedArchitecture[],
  host: Distribution,
  machine: Located<string>,
  about: { readonly architecture: string; readonly profile: string },
) {
  const name = host.name.value;
  const answers = rows
    .filter(({ id }) => id === host.id.value)
    .map((row) => ({ row, answer: answerOf(row, host.version?.value ?? '') }));
  const listed = answers.find(({ answer }) => answer === 'yes')?.row;
  const evidence = [cite(machine), ...distributionEvidence(host)] as const;
  if (listed?.preview) {
    const params = { architecture: about.architecture, name };
    return [{ message: 'preview', params, evidence, severity: 'info', identity: [] }] as const;
  }
  if (listed) return [];
  if (answers.some(({ answer }) => answer === 'unknown')) {
    return cannotTell(`The release of ${name} is not in the bundle.`);
  }
  const params = { ...about, name };
  return [{ message: 'elsewhere', params, evidence, severity: 'high', identity: [] }] as const;
}

function answerOf({ min, max }: SupportedArchitecture, version: string): 'yes' | 'no' | 'unknown' {
  return min === undefined ? 'yes' : isWithin({ min, max }, version);
}
