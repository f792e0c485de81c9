import { optional } from '../../engine/api/index.ts';
import { kernelModules } from '../../facts/kernel/modules.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { analyzerXml } from '../../facts/mdatp/analyzer-xml.ts';
import { conflictingProcesses } from '../../facts/mdatp/conflicting-processes.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { processList } from '../../facts/process/process-list.ts';
import { systemdUnits } from '../../facts/systemd/units.ts';

/** Everything in which another product may leave a trace, and the mode of the agent beside it. */
export const TRACE_NEEDS = {
  processes: optional(processList),
  modules: optional(kernelModules),
  packages: optional(installedPackages),
  units: optional(systemdUnits),
  seen: optional(conflictingProcesses),
  summary: optional(analyzerXml),
  agent: optional(agent),
} as const;
