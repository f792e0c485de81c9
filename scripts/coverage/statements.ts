/** What the prerequisites say in one place, in words of our own, and where the product judges it. */
export interface Statement {
  readonly says: string;
  /** Ids of the checks that judge it. */
  readonly checks: readonly string[];
  /** Why no bundle can show it, where that is so. */
  readonly notEvaluated?: string;
}

/** The statements of the page microsoft-defender-endpoint-linux as of February 2024, in its order. */
export const STATEMENTS: readonly Statement[] = [
  {
    says: 'A second endpoint protection beside the agent makes trouble',
    checks: [
      'conflict/third-party-protection',
      'conflict/active-beside-other-antivirus',
      'conflict/second-edr',
    ],
  },
  {
    says: 'Where a second protection must stay, the antivirus is passive and EDR goes on working',
    checks: ['conflict/passive-without-other-antivirus', 'conflict/active-beside-other-antivirus'],
  },
  {
    says: 'Somebody has access to the portal',
    checks: [],
    notEvaluated: 'A bundle of a host says nothing of the rights of people in the portal.',
  },
  { says: 'The host boots with systemd; RHEL 6 has an init of its own', checks: ['platform/no-systemd'] },
  {
    says: 'Who installs knows Linux and shell scripts a little',
    checks: [],
    notEvaluated: 'What people know is in no bundle.',
  },
  {
    says: 'Who installs by hand is root on the host',
    checks: [],
    notEvaluated:
      'That an installation ended well is judged (install/unfinished-installation), who did it is not.',
  },
  { says: 'The agent and the OMS agent do not depend on each other', checks: ['install/oms-independent'] },
  {
    says: 'The agent lies in its default place and nowhere else',
    checks: ['install/nonstandard-path', 'install/inconsistent-custom-path'],
  },
  { says: 'The installation makes a user mdatp', checks: ['install/missing-mdatp-user'] },
  {
    says: 'Uid and gid of mdatp are free to choose; its shell is nologin',
    checks: ['install/unusual-mdatp-uid', 'install/login-shell-for-mdatp'],
  },
  {
    says: 'Distributions and their releases are listed one by one; Ubuntu counts in its LTS releases alone',
    checks: [
      'platform/unsupported-distribution',
      'platform/interim-ubuntu-release',
      'platform/unknown-minor-release',
    ],
  },
  { says: 'RHEL and CentOS 6.7 to 6.10 are served as a preview', checks: ['platform/preview-distribution'] },
  { says: 'The processor is an x86-64', checks: ['platform/unsupported-architecture'] },
  {
    says: 'What is not listed is not supported, even where it derives from a listed distribution',
    checks: ['platform/unsupported-distribution'],
  },
  { says: 'RHEL 6 is served until 30 June 2024', checks: ['platform/rhel6-end-of-support'] },
  { says: '101.23082.0011 is the last agent for RHEL 6', checks: ['platform/rhel6-agent-too-new'] },
  {
    says: 'RHEL 6 needs one of the listed kernels, from 6.7 on',
    checks: ['platform/rhel6-unlisted-kernel', 'platform/rhel6-minor-too-old'],
  },
  { says: 'Elsewhere the kernel is 3.10.0-327 or later', checks: ['platform/kernel-too-old'] },
  {
    says: 'The kernel offers fanotify',
    checks: ['platform/kernel-without-fanotify', 'platform/fanotify-not-in-use'],
  },
  {
    says: 'Agents older than the last few releases get help with the update only',
    checks: ['health/outdated-agent', 'health/expired-agent'],
  },
  {
    says: 'Another program that waits on fanotify can hang the host',
    checks: ['conflict/other-fanotify-user', 'performance/fanotify-hang'],
  },
  {
    says: 'mdatp health names blocking users of fanotify as conflicting applications',
    checks: ['conflict/conflicting-applications'],
  },
  { says: 'fapolicyd and active protection exclude each other', checks: ['conflict/fapolicyd-active'] },
  { says: 'The product needs 2 GB of disk', checks: ['sizing/too-little-disk-for-agent'] },
  {
    says: 'Crash collection by cloud diagnostics needs 2 GB more',
    checks: ['sizing/too-little-disk-for-crash-dumps'],
  },
  { says: 'wdavdaemon is executable', checks: ['install/daemon-not-executable'] },
  { says: 'At least two cores, better four', checks: ['sizing/too-few-cores'] },
  { says: 'At least 1 GB of memory, better four', checks: ['sizing/too-little-memory'] },
  { says: '/var has room', checks: ['sizing/var-nearly-full'] },
  {
    says: 'Real-time protection and full scans cover listed file systems',
    checks: ['filesystem/unprotected-filesystem'],
  },
  { says: 'NFS is covered in version 3', checks: ['filesystem/nfs-v4'] },
  { says: 'More file systems are covered by custom scans alone', checks: ['filesystem/custom-scan-only'] },
  { says: 'The audit framework is in use', checks: ['events/auditd-not-running'] },
  {
    says: 'Rules of the agent make events in audit.log, which burdens the host and what reads them',
    checks: ['events/flooded-audit-log'],
  },
  { says: 'Events of the agent carry the key mdatp', checks: ['events/missing-mdatp-audit-rules'] },
  { says: 'The rpm package depends on listed packages', checks: ['install/missing-rpm-dependencies'] },
  { says: 'The package for RHEL 6 depends on others', checks: ['install/missing-rhel6-dependencies'] },
  { says: 'The deb package depends on listed packages', checks: ['install/missing-deb-dependencies'] },
  {
    says: 'mde-netfilter depends on packages of its own',
    checks: ['install/missing-netfilter-rpm-dependencies', 'install/missing-netfilter-deb-dependencies'],
  },
  {
    says: 'Exclusions have well-known mistakes: places, extensions and programs that no list should hold',
    checks: ['exclusions/dangerous-folder', 'exclusions/dangerous-extension', 'exclusions/dangerous-process'],
  },
  { says: 'An exclusion of a bare name is a mistake', checks: ['exclusions/name-only'] },
  { says: 'A variable in an exclusion is not expanded', checks: ['exclusions/environment-variable'] },
  {
    says: 'One list for every workload excludes more than each needs',
    checks: ['exclusions/same-list-everywhere'],
  },
  {
    says: 'The listed endpoints of the service can be reached',
    checks: ['connectivity/unreachable-endpoints'],
  },
  {
    says: 'Which addresses these are, commercial and government tables tell',
    checks: [],
    notEvaluated: 'The tables are not in a bundle; the connectivity test of the agent knows its own list.',
  },
  {
    says: 'Proxy and firewall let anonymous traffic to the service pass',
    checks: ['connectivity/anonymous-traffic-blocked'],
  },
  {
    says: 'A transparent proxy needs no settings',
    checks: [],
    notEvaluated: 'A host does not see that a proxy is transparent; what it breaks is judged by its effects.',
  },
  { says: 'A static proxy is set for the agent', checks: ['connectivity/proxy-not-set-for-agent'] },
  { says: 'PAC and WPAD are not supported', checks: ['connectivity/pac-or-wpad-proxy'] },
  { says: 'Proxies that ask for a password are not supported', checks: ['connectivity/authenticated-proxy'] },
  {
    says: 'TLS inspection is not supported, whatever certificates the host trusts',
    checks: ['connectivity/ssl-inspection'],
  },
  {
    says: 'Workloads with heavy input and output, as build servers, trackers and databases, may suffer',
    checks: ['performance/heavy-io-application'],
  },
];
