import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { dpkgPackages, type DpkgPackages } from '../packages/dpkg-packages.ts';
import type { InstalledPackages } from '../packages/installed-packages.ts';
import { systemdUnits, type SystemdUnits } from '../systemd/units.ts';
import { agent, type Agent } from './agent.ts';
import { analyzerXml, type AnalyzerXml } from './analyzer-xml.ts';
import { directories, type Directories } from './directories.ts';
import { health, type Health } from './health.ts';
import { serviceStatus, type ServiceStatus } from './service-status.ts';

interface Inputs {
  readonly health?: Health;
  readonly summary?: AnalyzerXml;
  readonly packages?: InstalledPackages;
  readonly listed?: Directories;
  readonly service?: ServiceStatus;
  readonly units?: SystemdUnits;
  readonly dpkg?: DpkgPackages;
}

function derive(inputs: Inputs): Agent {
  const { plan } = agent;
  if (plan.kind !== 'derived') throw new Error('no derived fact');
  return plan.derive({ ...inputs }, () => undefined);
}

const healthOf = (text: string): Health => parseFact<Health>(health, text).value;
const summaryOf = (status: string): AnalyzerXml =>
  parseFact<AnalyzerXml>(
    analyzerXml,
    `<mdatp><device_info><MDATP_Status>${status}</MDATP_Status></device_info></mdatp>`,
  ).value;

const AT = { entry: 'file', line: 1 };

function packagesOf(name: string, version: string, complete = true): InstalledPackages {
  const one = { value: { name, version }, at: AT };
  return {
    manager: 'dpkg',
    byName: new Map([[name, one]]),
    list: [one],
    complete,
    source: AT,
    entry: 'file',
  };
}

describe('mdatp.agent', () => {
  it('takes version and mode from health', () => {
    expect(
      derive({
        health: healthOf(
          'app_version : "101.25062.0003"\nreal_time_protection_enabled : true\npassive_mode_enabled : false\n',
        ),
      }),
    ).toEqual({
      version: { value: '101.25062.0003', at: AT },
      installed: 'yes',
      proof: AT,
      realTimeActive: { value: true, at: { entry: 'file', line: 2 } },
      passive: { value: false, at: { entry: 'file', line: 3 } },
    });
  });

  it('does not call a passive agent active', () => {
    const state = healthOf('real_time_protection_enabled : true\npassive_mode_enabled : true\n');
    expect(derive({ health: state }).realTimeActive?.value).toBe(false);
  });

  it('takes the version from the package where health is missing', () => {
    const found = derive({ packages: packagesOf('mdatp', '101.25062.0003-1') });
    expect(found.version?.value).toBe('101.25062.0003');
    expect(found.installed).toBe('yes');
    expect(found.realTimeActive).toBeUndefined();
  });

  it('is not installed where a whole list of packages lacks it', () => {
    expect(derive({ packages: packagesOf('bash', '5.1') })).toMatchObject({ installed: 'no', proof: AT });
    expect(derive({ packages: packagesOf('bash', '5.1', false) }).installed).toBe('unknown');
  });

  it('is installed where its daemon is listed, whatever the packages say', () => {
    const listed = parseFact<Directories>(
      directories,
      '-rwxr-xr-x 1 root root 1 Mar 14 12:00 /opt/microsoft/mdatp/sbin/wdavdaemon\n',
    ).value;
    expect(derive({ packages: packagesOf('bash', '5.1'), listed }).installed).toBe('yes');
  });

  it('is not installed where the client analyzer says so', () => {
    expect(derive({ summary: summaryOf('MDATP is not installed') }).installed).toBe('no');
  });

  it('is installed where its service is loaded, and not where the unit is unknown', () => {
    const status = (text: string): ServiceStatus => parseFact<ServiceStatus>(serviceStatus, text).value;
    expect(derive({ service: status('mdatp start/running, process 12\n') }).installed).toBe('yes');
    expect(derive({ service: status('Unit mdatp.service could not be found.\n') }).installed).toBe('unknown');
  });

  it('is installed where systemd has loaded its unit', () => {
    const units = (load: string): SystemdUnits =>
      parseFact<SystemdUnits>(systemdUnits, `mdatp.service ${load} inactive dead Microsoft Defender\n`).value;
    expect(derive({ units: units('loaded') }).installed).toBe('yes');
    expect(derive({ units: units('not-found') }).installed).toBe('unknown');
  });

  it('is installed where dpkg got stuck on the way, and not where only its settings are left', () => {
    const dpkg = (status: string): DpkgPackages =>
      parseFact<DpkgPackages>(dpkgPackages, `${status}  mdatp  101.25062.0003  amd64  Microsoft Defender\n`)
        .value;
    expect(derive({ dpkg: dpkg('iF') }).installed).toBe('yes');
    expect(derive({ dpkg: dpkg('rc') }).installed).toBe('unknown');
  });

  it('is unknown where nothing tells', () => {
    expect(derive({})).toEqual({
      version: undefined,
      installed: 'unknown',
      proof: undefined,
      realTimeActive: undefined,
      passive: undefined,
    });
  });
});
