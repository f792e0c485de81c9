import { derivedFact, optional, type Located, type Location } from '../../engine/api/index.ts';
import { dpkgPackages, type DpkgPackages } from '../packages/dpkg-packages.ts';
import { installedPackages } from '../packages/installed-packages.ts';
import { systemdUnits, type SystemdUnits } from '../systemd/units.ts';
import { analyzerXml, type AnalyzerXml } from './analyzer-xml.ts';
import { directories } from './directories.ts';
import { health, type Health } from './health.ts';
import { installLog } from './install-log.ts';
import { mdatpProcesses } from './mdatp-processes.ts';
import { serviceStatus, type ServiceStatus } from './service-status.ts';

export interface Agent {
  readonly version: Located<string> | undefined;
  /** `no` only where that is proven; a bundle that does not tell says `unknown`. */
  readonly installed: 'yes' | 'no' | 'unknown';
  /** True, with its proof, where it is surely not installed; for rules, which ask for located values. */
  readonly notInstalled: Located<boolean> | undefined;
  /** The line that shows whether it is installed. */
  readonly proof: Location | undefined;
  /** Whether the antivirus scans files as they are used, and is not passive. */
  readonly realTimeActive: Located<boolean> | undefined;
  readonly passive: Located<boolean> | undefined;
}

/** The agent on this host, from whatever tells of it. */
export const agent = derivedFact({
  name: 'mdatp.agent',
  describes: 'Whether the agent is installed and in which mode it runs',
  collect: { title: 'mdatp health', command: 'sudo mdatp health > health.txt' },
  fields: {
    version: { type: 'version', describes: 'Version of the agent' },
    notInstalled: { type: 'boolean', describes: 'Whether it is surely not installed' },
    realTimeActive: { type: 'boolean', describes: 'Whether it scans files as they are used' },
    passive: { type: 'boolean', describes: 'Whether it only watches' },
  },
  view: { kind: 'fields', title: 'Agent' },
  needs: {
    health: optional(health),
    summary: optional(analyzerXml),
    packages: optional(installedPackages),
    listed: optional(directories),
    service: optional(serviceStatus),
    units: optional(systemdUnits),
    dpkg: optional(dpkgPackages),
    running: optional(mdatpProcesses),
    installs: optional(installLog),
  },
  derive({ health: state, summary, packages, listed, service, units, dpkg, running, installs }): Agent {
    const installed = packages?.byName.get('mdatp');
    const reported = state && known(state.app_version);
    const packaged = installed && { value: withoutRelease(installed.value.version), at: installed.at };
    const daemon = listed?.files.find(({ value }) => value.path.endsWith('/wdavdaemon'));
    const trace =
      reported?.at ??
      installed?.at ??
      firstAt(state) ??
      daemon?.at ??
      loadedAt(service) ??
      halfInstalled(dpkg) ??
      loadedUnit(units) ??
      running?.processes.find(({ value }) => value.role === 'daemon')?.at;
    const absence = notInstalled(summary) ?? (packages?.complete ? packages.source : undefined);
    return {
      // What was installed last need not be there any more; nothing else tells where only files were collected.
      version: reported ?? packaged ?? (absence ? undefined : installs?.appVersion),
      installed: trace ? 'yes' : absence ? 'no' : 'unknown',
      proof: trace ?? absence,
      notInstalled: !trace && absence ? { value: true, at: absence } : undefined,
      ...modeOf(state, summary),
    };
  },
});

function modeOf(
  state: Health | undefined,
  summary: AnalyzerXml | undefined,
): Pick<Agent, 'realTimeActive' | 'passive'> {
  const passive = state?.passive_mode_enabled ?? asBoolean(summary?.passiveModeEnabled);
  const enabled = state?.real_time_protection_enabled ?? asBoolean(summary?.realTimeProtectionEnabled);
  return {
    passive,
    realTimeActive: enabled && { value: enabled.value && passive?.value !== true, at: enabled.at },
  };
}

function asBoolean(found: Located<string> | undefined): Located<boolean> | undefined {
  const word = found?.value.toLowerCase();
  return found && (word === 'true' || word === 'false')
    ? { value: word === 'true', at: found.at }
    : undefined;
}

function known(found: Located<string> | undefined): Located<string> | undefined {
  return found && found.value !== '' && found.value !== 'unavailable' ? found : undefined;
}

/** A health output without a version is one all the same. */
function firstAt(state: Health | undefined): Location | undefined {
  return (state?.healthy ?? state?.licensed ?? state?.org_id ?? state?.machine_guid)?.at;
}

function loadedAt(service: ServiceStatus | undefined): Location | undefined {
  if (service?.loaded?.value === 'not-found') return undefined;
  return service?.running?.value === true ? service.running.at : service?.loaded?.at;
}

/** Unpacked, or broken on the way: its files are there. */
function halfInstalled(dpkg: DpkgPackages | undefined): Location | undefined {
  return dpkg?.packages.get('mdatp')?.find(({ value }) => /^.[UFHWt]/u.test(value.status))?.at;
}

function loadedUnit(units: SystemdUnits | undefined): Location | undefined {
  return units?.units.find(({ value }) => value.unit === 'mdatp.service' && value.load === 'loaded')?.at;
}

/** `MDATP_Status` of the client analyzer. */
function notInstalled(summary: AnalyzerXml | undefined): Location | undefined {
  const status = summary?.mdatpStatus;
  return status && /not[ _-]?installed/iu.test(status.value) ? status.at : undefined;
}

/** dpkg joins version and revision: `101.25062.0003-1`. */
function withoutRelease(version: string): string {
  return version.replace(/^\d{1,9}:/u, '').replace(/-[^-]*$/u, '');
}
