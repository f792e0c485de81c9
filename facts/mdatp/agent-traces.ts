import { derivedFact, optional, type Place } from '../../engine/api/index.ts';
import { dpkgPackages, type DpkgPackages } from '../packages/dpkg-packages.ts';
import { installedPackages, type InstalledPackages } from '../packages/installed-packages.ts';
import { systemdUnitFiles } from '../systemd/unit-files.ts';
import { systemdUnits } from '../systemd/units.ts';
import { agentFiles } from './agent-files.ts';
import { analyzerXml, type AnalyzerXml } from './analyzer-xml.ts';
import { directories } from './directories.ts';
import { mdatpUser } from './mdatp-user.ts';

export interface AgentTrace {
  /** What was found, as a noun. */
  readonly what: string;
  readonly at: Place;
}

export interface AgentTraces {
  readonly traces: readonly AgentTrace[];
}

/** What an agent leaves that is removed or was never finished: settings, logs, a user, a package beside it. */
export const agentTraces = derivedFact({
  name: 'mdatp.agent-traces',
  describes: 'Traces of an agent that is or was installed',
  needs: {
    summary: optional(analyzerXml),
    packages: optional(installedPackages),
    dpkg: optional(dpkgPackages),
    units: optional(systemdUnits),
    unitFiles: optional(systemdUnitFiles),
    user: optional(mdatpUser),
    listed: optional(directories),
    files: optional(agentFiles),
  },
  derive({ summary, packages, dpkg, units, unitFiles, user, listed, files }): AgentTraces {
    const unit =
      units?.units.find(({ value }) => value.unit === 'mdatp.service' && value.load !== 'not-found') ??
      unitFiles?.unitFiles.find(({ value }) => value.unit === 'mdatp.service');
    const file = files?.entries[0];
    const traces: readonly (AgentTrace | undefined)[] = [
      byAnalyzer(summary),
      byPackages(packages, dpkg),
      unit && { what: 'the unit mdatp.service', at: unit.at },
      user?.uid && { what: 'the user mdatp', at: user.uid.at },
      listed?.files[0] && { what: 'folders of the agent', at: listed.files[0].at },
      file && { what: 'files of the agent', at: { entry: file.path } },
    ];
    return { traces: traces.filter((trace) => trace !== undefined) };
  },
});

/** Nobody runs the client analyzer on a host that shall not have the agent. */
function byAnalyzer(summary: AnalyzerXml | undefined): AgentTrace | undefined {
  const told = summary?.mdatpStatus;
  return told && { what: 'a run of the client analyzer', at: told.at };
}

function byPackages(
  packages: InstalledPackages | undefined,
  dpkg: DpkgPackages | undefined,
): AgentTrace | undefined {
  const kept = dpkg?.packages.get('mdatp')?.[0];
  if (kept) return { what: `the package mdatp in state ${kept.value.status}`, at: kept.at };
  const beside = packages?.byName.get('mde-netfilter');
  return beside && { what: 'the package mde-netfilter', at: beside.at };
}
