import {
  cannotTell,
  cite,
  defineAnalyzer,
  notApplicable,
  optional,
  type Located,
} from '../../engine/api/index.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { processList } from '../../facts/process/process-list.ts';
import { systemdUnits } from '../../facts/systemd/units.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const omsIndependent = defineAnalyzer({
  id: 'install/oms-independent',
  title: 'OMS agent that does not run',
  why: 'The agent of Defender reports by itself; a broken OMS agent is no cause of missing events or alerts.',
  severity: 'info',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    processes: optional(processList),
    units: optional(systemdUnits),
    packages: optional(installedPackages),
  },
  messages: {
    unit: 'The OMS agent is in the state {state}; the agent of Defender does not depend on it',
    silent:
      'The OMS agent is installed and no process of it was seen; the agent of Defender does not depend on it',
  },
  remediation: {
    steps: [
      'Nothing is to be done for the agent of Defender. Look elsewhere for the cause of missing events.',
    ],
    links: [links.generalPrerequisites],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],

  evaluate({ processes, units, packages }) {
    if (!processes && !units && !packages) {
      return cannotTell('Neither processes, units nor packages are in the bundle.', { processList });
    }
    // ruby /opt/microsoft/omsagent/bin/omsagent -d /var/opt/microsoft/omsagent/…
    const process = processes?.processes.find(({ value }) =>
      value.command.includes('/omsagent/bin/omsagent'),
    );
    const unit = units?.units.find(({ value }) => /^omsagent(?:-[\w-]+)?\.service$/u.test(value.unit));
    const installed = packages?.byName.get('omsagent');
    if (!process && !unit && !installed) return notApplicable('There is no OMS agent on this host.');
    if (process || unit?.value.active === 'active') return [];
    if (unit) return [unitDraft(unit)];
    if (!processes || !installed) return [];
    return [{ message: 'silent', evidence: [cite(installed), cite(processes.header, 'context')] }];
  },
});

function unitDraft(unit: Located<{ readonly active: string; readonly sub?: string }>) {
  const { active, sub } = unit.value;
  const params = { state: sub === undefined ? active : `${active} (${sub})` };
  return { message: 'unit', params, evidence: [cite(unit)], identity: [] } as const;
}
