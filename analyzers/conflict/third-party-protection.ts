import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  optional,
  sourcesOf,
  type Located,
  type Severity,
} from '../../engine/api/index.ts';
import { kernelModules } from '../../facts/kernel/modules.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { processList } from '../../facts/process/process-list.ts';
import { systemdUnits } from '../../facts/systemd/units.ts';
import { agentPresent } from '../applies.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { productTraces } from './product-traces.ts';

/** Places that are cited of one product. */
const MOST_CITED = 4;

const SEVERITY = {
  active: 'high',
  unknown: 'medium',
  passive: 'low',
  installed: 'low',
} as const satisfies Record<string, Severity>;

export const thirdPartyProtection = defineAnalyzer({
  id: 'conflict/third-party-protection',
  title: 'Second endpoint protection product',
  why: 'Two products that hook file access wait for each other: hosts become slow or hang.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    processes: optional(processList),
    modules: optional(kernelModules),
    packages: optional(installedPackages),
    units: optional(systemdUnits),
    agent: optional(agent),
  },
  messages: {
    active: '{product} runs while real-time protection of the agent is on',
    passive: '{product} runs; the agent is passive beside it',
    unknown: '{product} runs; whether real-time protection of the agent is on is not in the bundle',
    installed: '{product} is installed but was not seen running',
  },
  remediation: {
    steps: [
      'Decide which product protects files on access.',
      'Remove the other one, or run the antivirus of the agent in passive mode; its detection and response part stays safe to use.',
    ],
    commands: [{ command: 'sudo mdatp config passive-mode --value enabled', risk: 'changes-host' }],
    links: [links.requirements, links.enforcementLevel],
  },
  sources: sourcesOf(securityProducts),

  evaluate({ processes, modules, packages, units, agent: found }, { know }) {
    if (!processes && !modules && !packages && !units) {
      return cannotTell('Neither processes, modules, packages nor units are in the bundle.', { processList });
    }
    const traces = productTraces({ processes, modules, packages, units }, know(securityProducts));
    return traces.flatMap(({ product: { product }, running, installed }) => {
      const [first, ...rest] = [...running, ...installed] as readonly Located<unknown>[];
      if (!first) return [];
      const about = {
        params: { product },
        evidence: citeAll([first, ...rest.slice(0, MOST_CITED - 1)]),
        subject: product,
        identity: [product],
      };
      const active = running.length > 0 && found?.realTimeActive?.value === true;
      const passive = found?.passive?.value === true;
      const message =
        running.length === 0 ? 'installed' : active ? 'active' : passive ? 'passive' : 'unknown';
      return [{ ...about, message, severity: SEVERITY[message] } as const];
    });
  },
});
