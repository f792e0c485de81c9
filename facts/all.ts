// Written by `npm run lists`.
import type { AnyFact } from '../engine/api/index.ts';

import { auditLogAnalysis } from './audit/audit-log-analysis.ts';
import { auditLogFiles } from './audit/audit-log-files.ts';
import { auditLogStatistics } from './audit/audit-log-statistics.ts';
import { auditMessages } from './audit/audit-messages.ts';
import { auditPlugins } from './audit/audit-plugins.ts';
import { auditRuleFiles } from './audit/audit-rule-files.ts';
import { auditRules } from './audit/audit-rules.ts';
import { auditStatus } from './audit/audit-status.ts';
import { auditdConfig } from './audit/auditd-config.ts';
import { auditdService } from './audit/auditd-service.ts';
import { auditdState } from './audit/auditd-state.ts';
import { analyzerRunTime } from './bundle/analyzer-run-time.ts';
import { collectionTime } from './bundle/collection-time.ts';
import { collectorComplaints } from './bundle/collector-complaints.ts';
import { collectorLogTime } from './bundle/collector-log-time.ts';
import { hostDate } from './bundle/host-date.ts';
import { newestFileTime } from './bundle/newest-file-time.ts';
import { onboardingFiles } from './bundle/onboarding-files.ts';
import { outputTimes } from './bundle/output-times.ts';
import { secrets } from './bundle/secrets.ts';
import { architecture } from './hardware/architecture.ts';
import { cpu } from './hardware/cpu.ts';
import { memory } from './hardware/memory.ts';
import { header } from './header.ts';
import { clockSync } from './host/clock-sync.ts';
import { cloudInstances } from './host/cloud-instance.ts';
import { containerFiles } from './host/container-files.ts';
import { container } from './host/container.ts';
import { distribution } from './host/distribution.ts';
import { hostname } from './host/hostname.ts';
import { initCgroup } from './host/init-cgroup.ts';
import { initSystem } from './host/init-system.ts';
import { kernelLimits } from './host/kernel-limits.ts';
import { loginDefs } from './host/login-defs.ts';
import { macosFiles } from './host/macos-files.ts';
import { macos } from './host/macos.ts';
import { osRelease } from './host/os-release.ts';
import { releaseFile } from './host/release-file.ts';
import { selinuxDenials } from './host/selinux-denials.ts';
import { selinux } from './host/selinux.ts';
import { hostUsers } from './host/users.ts';
import { virtualization } from './host/virtualization.ts';
import { bootConfigs } from './kernel/boot-configs.ts';
import { darwin } from './kernel/darwin.ts';
import { kernelConfig } from './kernel/kernel-config.ts';
import { kernelLog } from './kernel/kernel-log.ts';
import { lockdown } from './kernel/lockdown.ts';
import { lostFilesystems } from './kernel/lost-filesystems.ts';
import { kernelModules } from './kernel/modules.ts';
import { runningConfig } from './kernel/running-config.ts';
import { tainted } from './kernel/tainted.ts';
import { uname } from './kernel/uname.ts';
import { agentFiles } from './mdatp/agent-files.ts';
import { agentTraces } from './mdatp/agent-traces.ts';
import { agent } from './mdatp/agent.ts';
import { allowedThreatList } from './mdatp/allowed-threat-list.ts';
import { analyzerXml } from './mdatp/analyzer-xml.ts';
import { cli } from './mdatp/cli.ts';
import { conflictingProcesses } from './mdatp/conflicting-processes.ts';
import { connectivity } from './mdatp/connectivity.ts';
import { crashDumps } from './mdatp/crash-dumps.ts';
import { crashLog } from './mdatp/crash-log.ts';
import { crashState } from './mdatp/crash-state.ts';
import { definitionsMount } from './mdatp/definitions-mount.ts';
import { definitionsPlace } from './mdatp/definitions-place.ts';
import { definitions } from './mdatp/definitions.ts';
import { antivirusDetails } from './mdatp/details-antivirus.ts';
import { cloudDetails } from './mdatp/details-cloud.ts';
import { edrDetails } from './mdatp/details-edr.ts';
import { engineDetails } from './mdatp/details-engine.ts';
import { featuresDetails } from './mdatp/details-features.ts';
import { networkProtectionDetails } from './mdatp/details-network-protection.ts';
import { permissionsDetails } from './mdatp/details-permissions.ts';
import { scheduledScanDetails } from './mdatp/details-scheduled-scan.ts';
import { directories } from './mdatp/directories.ts';
import { eventCounters } from './mdatp/event-counters.ts';
import { exclusionList } from './mdatp/exclusion-list.ts';
import { exclusions } from './mdatp/exclusions.ts';
import { health } from './mdatp/health.ts';
import { hotEventSources } from './mdatp/hot-event-sources.ts';
import { installLog } from './mdatp/install-log.ts';
import { installPathCopy } from './mdatp/install-path-copy.ts';
import { installPath } from './mdatp/install-path.ts';
import { installerMessages } from './mdatp/installer-messages.ts';
import { loadErrors } from './mdatp/load-errors.ts';
import { localConfig } from './mdatp/local-config.ts';
import { localState } from './mdatp/local-state.ts';
import { logFolder } from './mdatp/log-folder.ts';
import { managedConfig } from './mdatp/managed-config.ts';
import { managedFile } from './mdatp/managed-file.ts';
import { mdatpProcesses } from './mdatp/mdatp-processes.ts';
import { mdatpUserId } from './mdatp/mdatp-user-id.ts';
import { mdatpUser } from './mdatp/mdatp-user.ts';
import { mergedFeatures } from './mdatp/merged-features.ts';
import { packageCheck } from './mdatp/package-check.ts';
import { policyReport } from './mdatp/policy-report.ts';
import { portalFile } from './mdatp/portal-file.ts';
import { programFolder } from './mdatp/program-folder.ts';
import { providerMessages } from './mdatp/provider-messages.ts';
import { recurringErrors } from './mdatp/recurring-errors.ts';
import { scanHistory } from './mdatp/scan-history.ts';
import { scanStatistics } from './mdatp/scan-statistics.ts';
import { serviceFile } from './mdatp/service-file.ts';
import { serviceStatus } from './mdatp/service-status.ts';
import { service } from './mdatp/service.ts';
import { threatList } from './mdatp/threat-list.ts';
import { unansweredHealth } from './mdatp/unanswered-health.ts';
import { nameServers } from './network/name-servers.ts';
import { proxySettings } from './network/proxy-settings.ts';
import { clamdConfig } from './other-protection/clamd-config.ts';
import { fapolicydConfig } from './other-protection/fapolicyd-config.ts';
import { fapolicydRules } from './other-protection/fapolicyd-rules.ts';
import { dpkgPackages } from './packages/dpkg-packages.ts';
import { installedPackages } from './packages/installed-packages.ts';
import { libcInfo } from './packages/libc-info.ts';
import { repositories } from './packages/repositories.ts';
import { rpmPackages } from './packages/rpm-packages.ts';
import { cpuSamples } from './process/cpu-samples.ts';
import { cpuSummary } from './process/cpu-summary.ts';
import { fanotifyUsers } from './process/fanotify-users.ts';
import { agentOpenFiles } from './process/open-files.ts';
import { processList } from './process/process-list.ts';
import { serverPrograms } from './process/server-programs.ts';
import { diskSpace } from './storage/disk-space.ts';
import { inodes } from './storage/inodes.ts';
import { links } from './storage/links.ts';
import { mounts } from './storage/mounts.ts';
import { testFileMount } from './storage/test-file-mount.ts';
import { testFilePlace } from './storage/test-file-place.ts';
import { systemdUnitFiles } from './systemd/unit-files.ts';
import { systemdUnits } from './systemd/units.ts';

export const allFacts: readonly AnyFact[] = [
  auditLogAnalysis,
  auditLogFiles,
  auditLogStatistics,
  auditMessages,
  auditPlugins,
  auditRuleFiles,
  auditRules,
  auditStatus,
  auditdConfig,
  auditdService,
  auditdState,
  analyzerRunTime,
  collectionTime,
  collectorComplaints,
  collectorLogTime,
  hostDate,
  newestFileTime,
  onboardingFiles,
  outputTimes,
  secrets,
  architecture,
  cpu,
  memory,
  header,
  clockSync,
  cloudInstances,
  containerFiles,
  container,
  distribution,
  hostname,
  initCgroup,
  initSystem,
  kernelLimits,
  loginDefs,
  macosFiles,
  macos,
  osRelease,
  releaseFile,
  selinuxDenials,
  selinux,
  hostUsers,
  virtualization,
  bootConfigs,
  darwin,
  kernelConfig,
  kernelLog,
  lockdown,
  lostFilesystems,
  kernelModules,
  runningConfig,
  tainted,
  uname,
  agentFiles,
  agentTraces,
  agent,
  allowedThreatList,
  analyzerXml,
  cli,
  conflictingProcesses,
  connectivity,
  crashDumps,
  crashLog,
  crashState,
  definitionsMount,
  definitionsPlace,
  definitions,
  antivirusDetails,
  cloudDetails,
  edrDetails,
  engineDetails,
  featuresDetails,
  networkProtectionDetails,
  permissionsDetails,
  scheduledScanDetails,
  directories,
  eventCounters,
  exclusionList,
  exclusions,
  health,
  hotEventSources,
  installLog,
  installPathCopy,
  installPath,
  installerMessages,
  loadErrors,
  localConfig,
  localState,
  logFolder,
  managedConfig,
  managedFile,
  mdatpProcesses,
  mdatpUserId,
  mdatpUser,
  mergedFeatures,
  packageCheck,
  policyReport,
  portalFile,
  programFolder,
  providerMessages,
  recurringErrors,
  scanHistory,
  scanStatistics,
  serviceFile,
  serviceStatus,
  service,
  threatList,
  unansweredHealth,
  nameServers,
  proxySettings,
  clamdConfig,
  fapolicydConfig,
  fapolicydRules,
  dpkgPackages,
  installedPackages,
  libcInfo,
  repositories,
  rpmPackages,
  cpuSamples,
  cpuSummary,
  fanotifyUsers,
  agentOpenFiles,
  processList,
  serverPrograms,
  diskSpace,
  inodes,
  links,
  mounts,
  testFileMount,
  testFilePlace,
  systemdUnitFiles,
  systemdUnits,
];
