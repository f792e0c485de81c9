// Written by `npm run lists`.
import type { AnyAnalyzer } from '../engine/api/index.ts';

import { incompleteCollection } from './bundle/incomplete-collection.ts';
import { macosBundle } from './bundle/macos-bundle.ts';
import { noHealthOutput } from './bundle/no-health-output.ts';
import { secretsInBundle } from './bundle/secrets-in-bundle.ts';
import { activeBesideOtherAntivirus } from './conflict/active-beside-other-antivirus.ts';
import { clamavOnAccess } from './conflict/clamav-on-access.ts';
import { conflictingApplications } from './conflict/conflicting-applications.ts';
import { fapolicydActive } from './conflict/fapolicyd-active.ts';
import { fapolicydWithoutTrust } from './conflict/fapolicyd-without-trust.ts';
import { otherAuditConsumers } from './conflict/other-audit-consumers.ts';
import { otherFanotifyUser } from './conflict/other-fanotify-user.ts';
import { passiveWithoutOtherAntivirus } from './conflict/passive-without-other-antivirus.ts';
import { secondEdr } from './conflict/second-edr.ts';
import { thirdPartyKernelModule } from './conflict/third-party-kernel-module.ts';
import { thirdPartyProtection } from './conflict/third-party-protection.ts';
import { unexcludedAuditBinaries } from './conflict/unexcluded-audit-binaries.ts';
import { anonymousTrafficBlocked } from './connectivity/anonymous-traffic-blocked.ts';
import { authenticatedProxy } from './connectivity/authenticated-proxy.ts';
import { dnsFailure } from './connectivity/dns-failure.ts';
import { malformedProxy } from './connectivity/malformed-proxy.ts';
import { mismatchedProxies } from './connectivity/mismatched-proxies.ts';
import { missingIsolationPrerequisites } from './connectivity/missing-isolation-prerequisites.ts';
import { pacOrWpadProxy } from './connectivity/pac-or-wpad-proxy.ts';
import { proxyNotSetForAgent } from './connectivity/proxy-not-set-for-agent.ts';
import { sslInspection } from './connectivity/ssl-inspection.ts';
import { unreachableEndpoints } from './connectivity/unreachable-endpoints.ts';
import { unreachableIntune } from './connectivity/unreachable-intune.ts';
import { wrongClock } from './connectivity/wrong-clock.ts';
import { auditFailurePanics } from './events/audit-failure-panics.ts';
import { auditRateLimit } from './events/audit-rate-limit.ts';
import { auditRulesDrift } from './events/audit-rules-drift.ts';
import { auditdNotRunning } from './events/auditd-not-running.ts';
import { auditdProvider } from './events/auditd-provider.ts';
import { droppedEvents } from './events/dropped-events.ts';
import { ebpfSwitchedOff } from './events/ebpf-switched-off.ts';
import { ebpfWithSapOnRhel81 } from './events/ebpf-with-sap-on-rhel81.ts';
import { eventProviderFallback } from './events/event-provider-fallback.ts';
import { failedAuditRuleLoad } from './events/failed-audit-rule-load.ts';
import { faultyRulesSkipped } from './events/faulty-rules-skipped.ts';
import { floodedAuditLog } from './events/flooded-audit-log.ts';
import { immutableAudit } from './events/immutable-audit.ts';
import { kernelBelowEbpfMinimum } from './events/kernel-below-ebpf-minimum.ts';
import { kernelHangsWithEbpf } from './events/kernel-hangs-with-ebpf.ts';
import { kspliceOnOl79 } from './events/ksplice-on-ol79.ts';
import { leftoverAuditRules } from './events/leftover-audit-rules.ts';
import { lossyDispatcher } from './events/lossy-dispatcher.ts';
import { lostAuditEvents } from './events/lost-audit-events.ts';
import { missingAudispPlugin } from './events/missing-audisp-plugin.ts';
import { missingFileEvents } from './events/missing-file-events.ts';
import { missingMdatpAuditRules } from './events/missing-mdatp-audit-rules.ts';
import { shellExcludedFromAudit } from './events/shell-excluded-from-audit.ts';
import { smallAuditBacklog } from './events/small-audit-backlog.ts';
import { suppressedAudit } from './events/suppressed-audit.ts';
import { tooManyAuditRules } from './events/too-many-audit-rules.ts';
import { aggressiveCloudBlock } from './exclusions/aggressive-cloud-block.ts';
import { allowedThreats } from './exclusions/allowed-threats.ts';
import { broadWildcard } from './exclusions/broad-wildcard.ts';
import { dangerousExtension } from './exclusions/dangerous-extension.ts';
import { dangerousFolder } from './exclusions/dangerous-folder.ts';
import { dangerousProcess } from './exclusions/dangerous-process.ts';
import { deprecatedKeys } from './exclusions/deprecated-keys.ts';
import { duplicateKeys } from './exclusions/duplicate-keys.ts';
import { environmentVariable } from './exclusions/environment-variable.ts';
import { globalExtension } from './exclusions/global-extension.ts';
import { globalName } from './exclusions/global-name.ts';
import { globalOnOldAgent } from './exclusions/global-on-old-agent.ts';
import { globalWildcard } from './exclusions/global-wildcard.ts';
import { invalidManagedJson } from './exclusions/invalid-managed-json.ts';
import { leftoverExampleText } from './exclusions/leftover-example-text.ts';
import { listInOneString } from './exclusions/list-in-one-string.ts';
import { managedSettingsNotApplied } from './exclusions/managed-settings-not-applied.ts';
import { misplacedKey } from './exclusions/misplaced-key.ts';
import { missingScope } from './exclusions/missing-scope.ts';
import { nameOnly } from './exclusions/name-only.ts';
import { puaNotBlocked } from './exclusions/pua-not-blocked.ts';
import { symlinkedPath } from './exclusions/symlinked-path.ts';
import { tooMany } from './exclusions/too-many.ts';
import { unknownKey } from './exclusions/unknown-key.ts';
import { unreadableManagedJson } from './exclusions/unreadable-managed-json.ts';
import { unsupportedTagKey } from './exclusions/unsupported-tag-key.ts';
import { worldWritableFolder } from './exclusions/world-writable-folder.ts';
import { customScanOnly } from './filesystem/custom-scan-only.ts';
import { nfsRootSquash } from './filesystem/nfs-root-squash.ts';
import { nfsV4 } from './filesystem/nfs-v4.ts';
import { noexecDaemon } from './filesystem/noexec-daemon.ts';
import { noexecDefinitions } from './filesystem/noexec-definitions.ts';
import { remountedReadOnly } from './filesystem/remounted-read-only.ts';
import { symlinkedOpt } from './filesystem/symlinked-opt.ts';
import { undetectableTestFile } from './filesystem/undetectable-test-file.ts';
import { unmonitoredByDefault } from './filesystem/unmonitored-by-default.ts';
import { unprotectedFilesystem } from './filesystem/unprotected-filesystem.ts';
import { agentWithKnownIssue } from './health/agent-with-known-issue.ts';
import { behaviorMonitoringWithoutRealTimeProtection } from './health/behavior-monitoring-without-real-time-protection.ts';
import { crashDumpsPresent } from './health/crash-dumps-present.ts';
import { expiredAgent } from './health/expired-agent.ts';
import { failedDefinitionUpdate } from './health/failed-definition-update.ts';
import { failingScans } from './health/failing-scans.ts';
import { misconfiguredOfflineUpdate } from './health/misconfigured-offline-update.ts';
import { networkProtectionNotRunning } from './health/network-protection-not-running.ts';
import { notOnboarded } from './health/not-onboarded.ts';
import { openThreats } from './health/open-threats.ts';
import { outdatedAgent } from './health/outdated-agent.ts';
import { outdatedDefinitions } from './health/outdated-definitions.ts';
import { policyErrors } from './health/policy-errors.ts';
import { realTimeProtectionOff } from './health/real-time-protection-off.ts';
import { reportedHealthIssues } from './health/reported-health-issues.ts';
import { daemonNotExecutable } from './install/daemon-not-executable.ts';
import { halfInstalledPackage } from './install/half-installed-package.ts';
import { inconsistentCustomPath } from './install/inconsistent-custom-path.ts';
import { installerErrors } from './install/installer-errors.ts';
import { missingCli } from './install/missing-cli.ts';
import { missingDebDependencies } from './install/missing-deb-dependencies.ts';
import { missingMdatpUser } from './install/missing-mdatp-user.ts';
import { missingNetfilterDebDependencies } from './install/missing-netfilter-deb-dependencies.ts';
import { missingNetfilterRpmDependencies } from './install/missing-netfilter-rpm-dependencies.ts';
import { missingProcesses } from './install/missing-processes.ts';
import { missingRhel6Dependencies } from './install/missing-rhel6-dependencies.ts';
import { missingRpmDependencies } from './install/missing-rpm-dependencies.ts';
import { missingServiceUnit } from './install/missing-service-unit.ts';
import { nonstandardPath } from './install/nonstandard-path.ts';
import { omsIndependent } from './install/oms-independent.ts';
import { selinuxDenials } from './install/selinux-denials.ts';
import { selinuxExecstack } from './install/selinux-execstack.ts';
import { serviceNotEnabled } from './install/service-not-enabled.ts';
import { serviceNotRunning } from './install/service-not-running.ts';
import { unfinishedInstallation } from './install/unfinished-installation.ts';
import { unusualMdatpUid } from './install/unusual-mdatp-uid.ts';
import { wrongDirectoryOwner } from './install/wrong-directory-owner.ts';
import { agentOutOfMemory } from './performance/agent-out-of-memory.ts';
import { auditBacklogOverflow } from './performance/audit-backlog-overflow.ts';
import { auditLockdownMessage } from './performance/audit-lockdown-message.ts';
import { busiestScannedProcess } from './performance/busiest-scanned-process.ts';
import { containerHost } from './performance/container-host.ts';
import { cpuLockups } from './performance/cpu-lockups.ts';
import { crashedAgent } from './performance/crashed-agent.ts';
import { ebpfLoadErrors } from './performance/ebpf-load-errors.ts';
import { fanotifyHang } from './performance/fanotify-hang.ts';
import { foreignFanotifyTaint } from './performance/foreign-fanotify-taint.ts';
import { goldenImage } from './performance/golden-image.ts';
import { heavyIoApplication } from './performance/heavy-io-application.ts';
import { highAgentCpu } from './performance/high-agent-cpu.ts';
import { highAudispCpu } from './performance/high-audisp-cpu.ts';
import { hostOutOfMemory } from './performance/host-out-of-memory.ts';
import { hotEventSource } from './performance/hot-event-source.ts';
import { hungTasks } from './performance/hung-tasks.ts';
import { leakingFileDescriptors } from './performance/leaking-file-descriptors.ts';
import { lowKernelLimits } from './performance/low-kernel-limits.ts';
import { recurringAgentErrors } from './performance/recurring-agent-errors.ts';
import { sapHostSettings } from './performance/sap-host-settings.ts';
import { taintedKernel } from './performance/tainted-kernel.ts';
import { tooManyScanThreads } from './performance/too-many-scan-threads.ts';
import { agentNotInstalled } from './platform/agent-not-installed.ts';
import { insideContainer } from './platform/inside-container.ts';
import { insideWsl } from './platform/inside-wsl.ts';
import { interimUbuntuRelease } from './platform/interim-ubuntu-release.ts';
import { kernelTooOld } from './platform/kernel-too-old.ts';
import { kernelWithoutFanotify } from './platform/kernel-without-fanotify.ts';
import { noSystemd } from './platform/no-systemd.ts';
import { packageForOtherDistribution } from './platform/package-for-other-distribution.ts';
import { previewDistribution } from './platform/preview-distribution.ts';
import { rhel6AgentTooNew } from './platform/rhel6-agent-too-new.ts';
import { rhel6EndOfSupport } from './platform/rhel6-end-of-support.ts';
import { rhel6MinorTooOld } from './platform/rhel6-minor-too-old.ts';
import { rhel6UnlistedKernel } from './platform/rhel6-unlisted-kernel.ts';
import { severalRingsEnabled } from './platform/several-rings-enabled.ts';
import { unknownMinorRelease } from './platform/unknown-minor-release.ts';
import { unsupportedArchitecture } from './platform/unsupported-architecture.ts';
import { unsupportedDistribution } from './platform/unsupported-distribution.ts';
import { workstationEdition } from './platform/workstation-edition.ts';
import { inodesExhausted } from './sizing/inodes-exhausted.ts';
import { logFilesystemFull } from './sizing/log-filesystem-full.ts';
import { lowAvailableMemory } from './sizing/low-available-memory.ts';
import { oversizedAgentLogs } from './sizing/oversized-agent-logs.ts';
import { tooFewCores } from './sizing/too-few-cores.ts';
import { tooLittleDiskForAgent } from './sizing/too-little-disk-for-agent.ts';
import { tooLittleDiskForCrashDumps } from './sizing/too-little-disk-for-crash-dumps.ts';
import { tooLittleMemory } from './sizing/too-little-memory.ts';
import { varNearlyFull } from './sizing/var-nearly-full.ts';

export const allAnalyzers: readonly AnyAnalyzer[] = [
  incompleteCollection,
  macosBundle,
  noHealthOutput,
  secretsInBundle,
  activeBesideOtherAntivirus,
  clamavOnAccess,
  conflictingApplications,
  fapolicydActive,
  fapolicydWithoutTrust,
  otherAuditConsumers,
  otherFanotifyUser,
  passiveWithoutOtherAntivirus,
  secondEdr,
  thirdPartyKernelModule,
  thirdPartyProtection,
  unexcludedAuditBinaries,
  anonymousTrafficBlocked,
  authenticatedProxy,
  dnsFailure,
  malformedProxy,
  mismatchedProxies,
  missingIsolationPrerequisites,
  pacOrWpadProxy,
  proxyNotSetForAgent,
  sslInspection,
  unreachableEndpoints,
  unreachableIntune,
  wrongClock,
  auditFailurePanics,
  auditRateLimit,
  auditRulesDrift,
  auditdNotRunning,
  auditdProvider,
  droppedEvents,
  ebpfSwitchedOff,
  ebpfWithSapOnRhel81,
  eventProviderFallback,
  failedAuditRuleLoad,
  faultyRulesSkipped,
  floodedAuditLog,
  immutableAudit,
  kernelBelowEbpfMinimum,
  kernelHangsWithEbpf,
  kspliceOnOl79,
  leftoverAuditRules,
  lossyDispatcher,
  lostAuditEvents,
  missingAudispPlugin,
  missingFileEvents,
  missingMdatpAuditRules,
  shellExcludedFromAudit,
  smallAuditBacklog,
  suppressedAudit,
  tooManyAuditRules,
  aggressiveCloudBlock,
  allowedThreats,
  broadWildcard,
  dangerousExtension,
  dangerousFolder,
  dangerousProcess,
  deprecatedKeys,
  duplicateKeys,
  environmentVariable,
  globalExtension,
  globalName,
  globalOnOldAgent,
  globalWildcard,
  invalidManagedJson,
  leftoverExampleText,
  listInOneString,
  managedSettingsNotApplied,
  misplacedKey,
  missingScope,
  nameOnly,
  puaNotBlocked,
  symlinkedPath,
  tooMany,
  unknownKey,
  unreadableManagedJson,
  unsupportedTagKey,
  worldWritableFolder,
  customScanOnly,
  nfsRootSquash,
  nfsV4,
  noexecDaemon,
  noexecDefinitions,
  remountedReadOnly,
  symlinkedOpt,
  undetectableTestFile,
  unmonitoredByDefault,
  unprotectedFilesystem,
  agentWithKnownIssue,
  behaviorMonitoringWithoutRealTimeProtection,
  crashDumpsPresent,
  expiredAgent,
  failedDefinitionUpdate,
  failingScans,
  misconfiguredOfflineUpdate,
  networkProtectionNotRunning,
  notOnboarded,
  openThreats,
  outdatedAgent,
  outdatedDefinitions,
  policyErrors,
  realTimeProtectionOff,
  reportedHealthIssues,
  daemonNotExecutable,
  halfInstalledPackage,
  inconsistentCustomPath,
  installerErrors,
  missingCli,
  missingDebDependencies,
  missingMdatpUser,
  missingNetfilterDebDependencies,
  missingNetfilterRpmDependencies,
  missingProcesses,
  missingRhel6Dependencies,
  missingRpmDependencies,
  missingServiceUnit,
  nonstandardPath,
  omsIndependent,
  selinuxDenials,
  selinuxExecstack,
  serviceNotEnabled,
  serviceNotRunning,
  unfinishedInstallation,
  unusualMdatpUid,
  wrongDirectoryOwner,
  agentOutOfMemory,
  auditBacklogOverflow,
  auditLockdownMessage,
  busiestScannedProcess,
  containerHost,
  cpuLockups,
  crashedAgent,
  ebpfLoadErrors,
  fanotifyHang,
  foreignFanotifyTaint,
  goldenImage,
  heavyIoApplication,
  highAgentCpu,
  highAudispCpu,
  hostOutOfMemory,
  hotEventSource,
  hungTasks,
  leakingFileDescriptors,
  lowKernelLimits,
  recurringAgentErrors,
  sapHostSettings,
  taintedKernel,
  tooManyScanThreads,
  agentNotInstalled,
  insideContainer,
  insideWsl,
  interimUbuntuRelease,
  kernelTooOld,
  kernelWithoutFanotify,
  noSystemd,
  packageForOtherDistribution,
  previewDistribution,
  rhel6AgentTooNew,
  rhel6EndOfSupport,
  rhel6MinorTooOld,
  rhel6UnlistedKernel,
  severalRingsEnabled,
  unknownMinorRelease,
  unsupportedArchitecture,
  unsupportedDistribution,
  workstationEdition,
  inodesExhausted,
  logFilesystemFull,
  lowAvailableMemory,
  oversizedAgentLogs,
  tooFewCores,
  tooLittleDiskForAgent,
  tooLittleDiskForCrashDumps,
  tooLittleMemory,
  varNearlyFull,
];
