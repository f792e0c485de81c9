/** Where the healthy samples keep what many plants change: kind → path in the bundle. */
export const HEALTH = { 'client-analyzer': 'health.txt', plain: 'mdatp_health.txt' } as const;
export const CONNECTIVITY = {
  'client-analyzer': 'connectivity_test.txt',
  plain: 'mdatp_connectivity_test.txt',
} as const;
export const EXCLUSIONS = {
  'client-analyzer': 'exclusions.txt',
  plain: 'mdatp_exclusion_list.txt',
} as const;
export const MANAGED = {
  'client-analyzer': 'mde_diagnostic.zip!/etc/opt/microsoft/mdatp/managed/mdatp_managed.json',
  'mdatp-diagnostic': 'etc/opt/microsoft/mdatp/managed/mdatp_managed.json',
  plain: 'mdatp_managed.json',
} as const;
export const DIRECTORIES = { 'client-analyzer': 'mde_directories.txt', plain: 'ls-lR_mdatp.txt' } as const;
export const OS_RELEASE = {
  'client-analyzer': 'mde_diagnostic.zip!/usr/lib/os-release',
  sosreport: 'usr/lib/os-release',
  supportconfig: 'basic-environment.txt',
  'mdatp-diagnostic': 'usr/lib/os-release',
  plain: 'etc/os-release',
} as const;
export const UNAME = {
  'client-analyzer': 'uname.txt',
  sosreport: 'sos_commands/kernel/uname_-a',
  supportconfig: 'basic-environment.txt',
  plain: 'uname-a.txt',
} as const;
export const CPU = {
  'client-analyzer': 'cpuinfo.txt',
  sosreport: 'sos_commands/processor/lscpu',
  supportconfig: 'hardware.txt',
  plain: 'lscpu.txt',
} as const;
export const MEMINFO = {
  'client-analyzer': 'meminfo.txt',
  sosreport: 'proc/meminfo',
  supportconfig: 'memory.txt',
  plain: 'proc/meminfo',
} as const;
export const PS = {
  'client-analyzer': 'process_information.txt',
  sosreport: 'sos_commands/process/ps_auxwwwm',
  supportconfig: 'basic-health-check.txt',
  plain: 'ps.txt',
} as const;
/** The agent's first process in the list, behind which a plant can add another. */
export const DAEMON = /\/opt\/microsoft\/mdatp\/sbin\/wdavdaemon$/u;
export const LSOF = {
  'client-analyzer': 'lsof.txt',
  sosreport: 'sos_commands/process/lsof_M_-n_-l_-c',
  supportconfig: 'open-files.txt',
  plain: 'lsof.txt',
} as const;
export const MOUNT = {
  'client-analyzer': 'mount.txt',
  sosreport: 'sos_commands/filesys/mount_-l',
  supportconfig: 'fs-diskio.txt',
  plain: 'mount.txt',
} as const;
/** Lines of the kernel: each kind's log that plants may add to at its end or behind its last line. */
export const DMESG = {
  'client-analyzer': 'dmesg.txt',
  sosreport: 'sos_commands/kernel/dmesg',
  supportconfig: 'boot.txt',
  plain: 'dmesg.txt',
} as const;
/** A line of the kernel that each of these logs holds once. */
export const DMESG_ANCHOR = /smp: Brought up 1 node/u;
export const AUDIT_STATUS = {
  'client-analyzer': 'auditd_info.txt',
  sosreport: 'sos_commands/auditd/auditctl_-s',
  supportconfig: 'security-audit.txt',
  plain: 'auditctl-s.txt',
} as const;
export const SYSCTL = {
  'client-analyzer': 'sysctl_info.txt',
  sosreport: 'sos_commands/kernel/sysctl_-a',
  supportconfig: 'proc.txt',
  plain: 'sysctl.txt',
} as const;
export const KERNEL_CONFIG = {
  'client-analyzer': 'ebpf_kernel_config.txt',
  sosreport: 'boot/config-5.14.0-570.42.2.el9_6.x86_64',
  supportconfig: 'boot.txt',
  plain: 'boot/config-6.1.0-40-amd64',
} as const;
export const PACKAGES = {
  sosreport: 'sos_commands/rpm/sh_-c_rpm_--nodigest_-qa_--qf_59_NVRA_INSTALLTIME_date_sort_-V',
  supportconfig: 'rpm.txt',
  plain: 'dpkg-l.txt',
} as const;
export const DISK_SPACE = {
  'client-analyzer': 'disk_usage.txt',
  sosreport: 'sos_commands/filesys/df_-al_-x_autofs',
  supportconfig: 'basic-health-check.txt',
  plain: 'df.txt',
} as const;
