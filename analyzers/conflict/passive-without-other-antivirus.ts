import { cite, defineAnalyzer, notApplicable, optional } from '../../engine/api/index.ts';
import { kernelModules } from '../../facts/kernel/modules.ts';
import { health } from '../../facts/mdatp/health.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { processList } from '../../facts/process/process-list.ts';
import { systemdUnits } from '../../facts/systemd/units.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { productTraces } from './product-traces.ts';

export const passiveWithoutOtherAntivirus = defineAnalyzer({
  id: 'conflict/passive-without-other-antivirus',
  title: 'Passive antivirus and no other one',
  why: 'In passive mode the agent does not stop malware; without another antivirus nobody does.',
  severity: 'medium',
  confidence: 'likely',
  needs: {
    health,
    processes: processList,
    modules: optional(kernelModules),
    packages: optional(installedPackages),
    units: optional(systemdUnits),
  },
  messages: { alone: 'Passive mode is on and no other antivirus was found among {count} processes' },
  remediation: {
    steps: [
      'Ask whether passive mode is wanted: new installations since 101.23062.0001 begin in it.',
      'If this is the only antivirus, set the enforcement level to real_time.',
    ],
    commands: [
      { command: 'sudo mdatp config passive-mode --value disabled', risk: 'changes-host' },
      { command: 'sudo mdatp config real-time-protection --value enabled', risk: 'changes-host' },
    ],
    links: [links.enforcementLevel],
  },
  sources: [{ document: 'linux-preferences', date: '2025-01' }],

  evaluate({ health: { passive_mode_enabled: passive }, processes, modules, packages, units }, { know }) {
    if (passive?.value !== true) return notApplicable('The agent is not in passive mode.');
    const traces = productTraces({ processes, modules, packages, units }, know(securityProducts));
    const isClamav = processes.processes.some(({ value }) => value.name === 'clamonacc');
    if (isClamav || traces.some(({ product }) => product.role !== 'sensor')) return [];
    const count = processes.processes.length;
    return [{ message: 'alone', params: { count }, evidence: [cite(passive)], identity: [] }];
  },
});
