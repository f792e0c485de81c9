/** What a family of outputs of real hosts showed, when each file of it was read through the command line. */
export interface RealOutputs {
  readonly family: string;
  readonly files: number;
  /** Facts that were known afterwards. */
  readonly facts: string;
  /** What the checks said of them, and what was mended. */
  readonly showed: string;
}

/**
 * Read on 25 November 2026: outputs as public documents and tests of other programs print them, some of them damaged
 * on purpose, each alone in a bundle of plain files under the name that the host gives it. They are not part of the
 * project. No check failed on any of them.
 */
export const REAL_OUTPUTS: readonly RealOutputs[] = [
  {
    family: 'os-release of forty distributions, and two older ones',
    files: 42,
    facts: 'host.os-release, host.distribution',
    showed: 'supported ones clean; derived, embedded, desktop and too old ones by name and release',
  },
  {
    family: 'redhat-release, of betas too',
    files: 5,
    facts: 'host.distribution',
    showed: '6.7 is not supported today; the others clean',
  },
  {
    family: 'uname -a, cut and misprinted ones too',
    files: 11,
    facts: 'kernel.uname',
    showed:
      'kernels before 3.10.0-327 named, those of RHEL 6 left to its own rules; a release without a minor part was taken for a kernel: mended',
  },
  {
    family: 'health and definitions of the agent',
    files: 2,
    facts: 'mdatp.health, mdatp.definitions',
    showed: 'healthy; nothing said of a version that is only old by today',
  },
  {
    family: 'test of the connection, state of the service, as documented',
    files: 2,
    facts: 'mdatp.connectivity, mdatp.service-status',
    showed: 'clean',
  },
  {
    family: 'statistics of real-time protection and of eBPF, as documented',
    files: 2,
    facts: 'mdatp.scan-statistics',
    showed: 'scans by process read; the short form of the eBPF statistics is read by no fact yet',
  },
  {
    family: 'managed settings: the documented sample in two forms',
    files: 2,
    facts: 'mdatp.managed, mdatp.exclusions',
    showed:
      'sample text, keys written twice, a global name; one line was reported by two checks, a port to be replaced was called trailing text: mended',
  },
  {
    family: 'processes, in five forms of ps',
    files: 5,
    facts: 'process.list',
    showed: 'a second EDR where it ran; nothing of containers',
  },
  {
    family: 'open files and modules',
    files: 3,
    facts: 'process.fanotify-users, kernel.modules',
    showed: 'clean',
  },
  {
    family: 'mounts, in five forms, two of them damaged',
    files: 5,
    facts: 'storage.mounts',
    showed: 'NFS that may squash root; damaged lines told with their text, the rest read',
  },
  {
    family: 'disk space, memory and processors',
    files: 6,
    facts: 'storage.disk-space, hardware.memory, hardware.cpu',
    showed: 'clean; an lscpu without its numbers blocks what needs them',
  },
  {
    family: 'packages of RPM, with warnings and a damaged database',
    files: 6,
    facts: 'packages.rpm',
    showed: 'no agent among them, said for information; lines that are no package are told',
  },
  {
    family: 'logs of the kernel and of the host',
    files: 5,
    facts: 'kernel.log',
    showed: 'a hang in fanotify; the others clean',
  },
  {
    family: 'audit: status of RHEL 6, rules, records with and without a time, settings of audispd',
    files: 6,
    facts: 'audit.status, audit.rules',
    showed: 'three records that the kernel lost; audispd.conf alone is no bundle',
  },
  {
    family: 'SELinux, fapolicyd, options of a kernel',
    files: 5,
    facts: 'host.selinux, other-protection.fapolicyd-rules, kernel.config',
    showed: 'clean; a file of SELinux called config was read as options of a kernel: mended',
  },
  {
    family: 'environment of a container, answers of another product',
    files: 5,
    facts: 'network.proxy-settings',
    showed: 'no proxy, no secret; the answers of the other product are known to no fact',
  },
];
