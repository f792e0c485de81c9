import type { RemediationLink } from '../engine/api/index.ts';

const LEARN = 'https://learn.microsoft.com/en-us/defender-endpoint';

/** Every page that a finding may point to, by a name of ours. */
export const links = {
  requirements: link('System requirements', 'microsoft-defender-endpoint-linux#system-requirements'),
  prerequisites: link('Prerequisites on Linux', 'mde-linux-prerequisites'),
  softwareRequirements: link('Software that is needed', 'mde-linux-prerequisites#software-requirements'),
  distributions: link('Supported distributions', 'mde-linux-prerequisites#supported-linux-distributions'),
  fileSystems: link(
    'Supported file systems',
    'mde-linux-prerequisites#supported-filesystems-for-real-time-protection-and-quick-full-and-custom-scans',
  ),
  rhel6: link('RHEL 6', 'linux-support-rhel'),
  manualInstallation: link('Install by hand', 'linux-install-manually'),
  rightPackage: link(
    'The package for the distribution',
    'linux-support-install#make-sure-you-have-the-correct-package',
  ),
  testFileTrouble: link(
    'When the test file is not detected',
    'linux-support-install#if-the-defender-for-endpoint-service-is-running-but-the-eicar-text-file-detection-doesnt-work',
  ),
  unmonitoredFileSystems: link('File systems left out', 'linux-preferences#unmonitor-filesystems'),
  nonExecMounts: link('Mounts without programs', 'linux-preferences#muting-non-exec-mounts'),
  serviceTrouble: link(
    'When the service is not running',
    'linux-support-install#steps-to-troubleshoot-if-the-mdatp-service-isnt-running',
  ),
  installTrouble: link('When the installation fails', 'linux-support-install'),
  installVerification: link(
    'Verify an installation',
    'linux-support-install#verify-that-the-installation-succeeded',
  ),
  installFailed: link('When the service does not start', 'linux-support-install#installation-failed'),
  cliTrouble: link(
    'When the command mdatp is missing',
    'linux-support-install#command-line-tool-mdatp-isnt-working',
  ),
  installMethods: link('Installation and its user', 'mde-linux-prerequisites#installation-methods-and-tools'),
  installLog: link('Log of the installation', 'linux-resources#log-installation-issues'),
  externalPackages: link(
    'Packages that the agent needs',
    'microsoft-defender-endpoint-linux#external-package-dependency',
  ),
  customLocation: link('Install to another location', 'linux-custom-location-installation'),
  customLocationTrouble: link(
    'Trouble with another location',
    'linux-custom-location-installation#troubleshooting',
  ),
  whatsNew: link('Changes of each version', 'linux-whatsnew'),
  ebpf: link('eBPF sensor', 'linux-support-ebpf'),
  clientAnalyzer: link('Client analyzer on Linux', 'run-analyzer-linux'),
  clientAnalyzerMacos: link('Client analyzer on macOS', 'run-analyzer-macos'),
  generalPrerequisites: link('Prerequisites of the agent', 'microsoft-defender-endpoint-linux#prerequisites'),
  dependencyError: link(
    'Dependency errors at installation',
    'linux-support-install#installation-failed-due-to-dependency-error',
  ),
  healthStatus: link('Health of the agent', 'health-status'),
  onboarding: link('Onboard a host by hand', 'linux-install-manually#client-configuration'),
  updates: link('Update the agent', 'linux-updates'),
  enforcementLevel: link(
    'Enforcement level of the antivirus engine',
    'linux-preferences#enforcement-level-for-antivirus-engine',
  ),
  events: link('Missing events', 'linux-support-events#missing-network-and-login-events'),
  ebpfImmutable: link('Immutable audit and eBPF', 'linux-support-ebpf#immutable-mode-of-auditd'),
  auditRateLimit: link('Rate limiter of auditd', 'run-analyzer-linux#auditd-rate-limiter'),
  faultyAuditRules: link('Faulty audit rules skipped', 'run-analyzer-linux#auditd-skips-faulty-rules'),
  fileEvents: link('Missing file events', 'linux-support-events#missing-file-events'),
  ebpfPrerequisites: link('What eBPF asks for', 'linux-support-ebpf#system-prerequisites'),
  ebpfUse: link('Use eBPF', 'linux-support-ebpf#use-ebpf'),
  ebpfIssues: link('Known issues with eBPF', 'linux-support-ebpf#known-issues'),
  ebpfStatistics: link(
    'Statistics of eBPF',
    'linux-support-perf#troubleshoot-performance-issues-using-ebpf-statistics',
  ),
  connectivityTest: link('Connectivity test', 'linux-support-connectivity#run-the-connectivity-test'),
  networkConnections: link('Network connections', 'microsoft-defender-endpoint-linux#network-connections'),
  staticProxy: link('Configure a static proxy', 'linux-static-proxy-configuration'),
  staticProxyAfterInstallation: link(
    'Set a static proxy after the installation',
    'linux-static-proxy-configuration#post-installation-configuration',
  ),
  staticProxyTrouble: link(
    'When a static proxy is in the way',
    'linux-support-connectivity#troubleshooting-steps-for-environments-with-static-proxy',
  ),
  connectivityTrouble: link('When the service is not reached', 'linux-support-connectivity'),
  exclusionFolders: link(
    'Folders not to exclude',
    'common-exclusion-mistakes-microsoft-defender-antivirus#folder-locations',
  ),
  exclusionExtensions: link(
    'Extensions not to exclude',
    'common-exclusion-mistakes-microsoft-defender-antivirus#file-extensions',
  ),
  exclusionProcesses: link(
    'Processes not to exclude',
    'common-exclusion-mistakes-microsoft-defender-antivirus#processes',
  ),
  exclusionNames: link(
    'Names without a path',
    'common-exclusion-mistakes-microsoft-defender-antivirus#using-just-the-file-name-in-the-exclusion-list',
  ),
  exclusionVariables: link(
    'Variables in exclusions',
    'common-exclusion-mistakes-microsoft-defender-antivirus#using-incorrect-environment-variables-as-wildcards-in-the-file-name-and-folder-path-or-extension-exclusion-lists',
  ),
  exclusions: link('Exclusions on Linux', 'linux-exclusions'),
  exclusionTypes: link('Kinds of exclusions', 'linux-exclusions#supported-exclusion-types'),
  exclusionWildcards: link(
    'Wildcards in exclusions',
    'linux-exclusions#file-folder-and-process-exclusions-support-the-following-wildcards',
  ),
  exclusionsByConsole: link('Exclusions by management', 'linux-exclusions#using-the-management-console'),
  performance: link('Performance', 'linux-support-perf'),
  scanStatistics: link(
    'Which process is scanned most',
    'linux-support-perf#troubleshoot-performance-issues-using-real-time-protection-statistics',
  ),
  hotEventSources: link(
    'Where most events come from',
    'linux-support-perf#troubleshoot-performance-issues-using-hot-event-sources',
  ),
  heavyApplications: link(
    'Applications that feel the agent most',
    'microsoft-defender-endpoint-linux#common-applications-to-microsoft-defender-for-endpoint-can-impact',
  ),
  sap: link('Deployment beside SAP', 'mde-linux-deployment-on-sap'),
  scanThreads: link(
    'Threads of a scan on demand',
    'linux-preferences#degree-of-parallelism-for-on-demand-scans',
  ),
  cloudProtection: link(
    'Cloud-delivered protection',
    'linux-preferences#enable--disable-cloud-delivered-protection',
  ),
  preferences: link('Settings of the agent', 'linux-preferences'),
  preferenceStructure: link(
    'Structure of the managed settings',
    'linux-preferences#configuration-profile-structure',
  ),
  preferenceValidation: link(
    'Check of the managed settings',
    'linux-preferences#configuration-profile-validation',
  ),
  preferenceSample: link('Sample of managed settings', 'linux-preferences#sample-profile'),
  tags: link('Tags', 'linux-preferences#add-tag-or-group-id-to-the-configuration-profile'),
  allowedThreats: link('Allowed threats', 'linux-preferences#allowed-threats'),
  threatTypes: link('Kinds of threats', 'linux-preferences#threat-type-settings'),
  cloudBlockLevel: link('Cloud block level', 'linux-preferences#configure-cloud-block-level'),
  behaviorMonitoring: link('Behaviour monitoring', 'linux-preferences#enabledisable-behavior-monitoring'),
  networkProtection: link('Network protection on Linux', 'network-protection-linux'),
  offlineUpdate: link('Definitions from an own source', 'linux-support-offline-security-intelligence-update'),
  offlineUpdateTrouble: link(
    'When offline updates fail',
    'linux-support-offline-security-intelligence-update#troubleshooting-and-diagnostics',
  ),
  releases: link('Releases of the agent', 'linux-whatsnew'),
  resources: link('Commands and resources', 'linux-resources'),
  supportedCommands: link('Commands of the agent', 'linux-resources#supported-commands'),
  goldenImages: link('Golden images', 'linux-deploy-defender-for-endpoint-using-golden-images'),
  singleExclusionList: link(
    'One exclusion list for many workloads',
    'common-exclusion-mistakes-microsoft-defender-antivirus#using-a-single-exclusion-list-for-multiple-server-workloads',
  ),
  automaticUpdates: link(
    'Automatic definition updates',
    'linux-preferences#enable--disable-automatic-security-intelligence-updates',
  ),
} as const satisfies Record<string, RemediationLink>;

function link(label: string, page: string): RemediationLink {
  return { label, href: `${LEARN}/${page}` };
}
