import { DIRECTORIES, HEALTH, KERNEL_CONFIG, MOUNT, OS_RELEASE, PACKAGES, PS, UNAME } from './places.ts';
import {
  addAfter,
  addFile,
  inEach,
  removeEveryLine,
  removeFile,
  replaceEvery,
  replaceFile,
  replaceLine,
  replaceText,
  type Edit,
  type Plant,
} from './plants.ts';

/** No line names the agent any more; the package beside it is left. */
const withoutAgent = (path: string): Edit =>
  removeEveryLine(path, /wdavdaemon|\bmdatp\b(?!-netfilter)|Microsoft Defender/u);

/** Process 1, without what stands before its command. */
const INIT = /(?<=\s)\S*\/(?:sbin\/init|systemd --switched-root)\b.*$/u;

const initIs = (path: string, command: string): Edit =>
  replaceLine(path, INIT, `root           1  0.0  0.1  102216  12204 ?        Ss   Oct02    0:31 ${command}`);

const UBUNTU = {
  'client-analyzer': OS_RELEASE['client-analyzer'],
  'mdatp-diagnostic': OS_RELEASE['mdatp-diagnostic'],
} as const;

const CENTOS_7 =
  'NAME="CentOS Linux"\nVERSION="7 (Core)"\nID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"';

const NOT_INSTALLED = `<?xml version="1.0" encoding="UTF-8"?>
<mdatp>
  <general>
    <script_run_time display_name="Script RunTime">2026-10-14 09:12:40.118204</script_run_time>
  </general>
  <device_info>
    <host_name display_name="Host Name">web-03.example</host_name>
    <MDATP_Status display_name="MDATP Status">Not Installed</MDATP_Status>
  </device_info>
</mdatp>
`;

export const platformPlants: readonly Plant[] = [
  {
    analyzer: 'platform/unsupported-distribution',
    in: {
      ...inEach(OS_RELEASE, (path) => replaceLine(path, /^ID=/u, 'ID=derived')),
      plain: [replaceLine(OS_RELEASE.plain, /^ID=/u, 'ID=derived\nID_LIKE=debian')],
    },
  },
  {
    analyzer: 'platform/kernel-too-old',
    in: inEach(UNAME, (path) =>
      replaceLine(path, /^Linux \S+ \d/u, 'Linux host-01 3.2.0-126-generic #1 SMP x86_64 GNU/Linux'),
    ),
  },
  {
    analyzer: 'platform/interim-ubuntu-release',
    in: inEach(
      UBUNTU,
      (path) => replaceLine(path, /^VERSION_ID=/u, 'VERSION_ID="25.10"'),
      (path) => replaceLine(path, /^VERSION=/u, 'VERSION="25.10 (Questing Quokka)"'),
    ),
  },
  {
    analyzer: 'platform/unsupported-architecture',
    in: inEach(UNAME, (path) => replaceEvery(path, 'x86_64', 'ppc64le')),
  },
  {
    analyzer: 'platform/inside-wsl',
    in: inEach(UNAME, (path) =>
      replaceLine(
        path,
        /^Linux \S+ \d/u,
        'Linux host-01 5.15.167.4-microsoft-standard-WSL2 #1 SMP Tue Nov 5 00:21:55 UTC 2024 x86_64 GNU/Linux',
      ),
    ),
  },
  {
    analyzer: 'platform/kernel-without-fanotify',
    in: inEach(KERNEL_CONFIG, (path) =>
      replaceLine(path, 'CONFIG_FANOTIFY=y', '# CONFIG_FANOTIFY is not set'),
    ),
    consequences: ['events/missing-file-events'],
  },
  {
    analyzer: 'platform/fanotify-not-in-use',
    in: inEach(HEALTH, (path) =>
      replaceLine(
        path,
        'real_time_protection_subsystem',
        'real_time_protection_subsystem              : unavailable',
      ),
    ),
  },
  {
    analyzer: 'platform/no-systemd',
    in: {
      'client-analyzer': [replaceText(PS['client-analyzer'], '/sbin/init', '/sbin/runit')],
      sosreport: [
        replaceLine(
          PS.sosreport,
          INIT,
          `root           1  0.0  0.1  173204  16480 ?        -    Sep21    0:51 /sbin/runit`,
        ),
      ],
      supportconfig: [initIs(PS.supportconfig, '/sbin/runit')],
      plain: [initIs(PS.plain, '/sbin/runit')],
    },
  },
  {
    analyzer: 'platform/inside-container',
    in: inEach(MOUNT, (path) =>
      replaceLine(
        path,
        /^\S+ on \/ type /u,
        'overlay on / type overlay (rw,relatime,lowerdir=/var/lib/docker/overlay2/l/ABC:/var/lib/docker/overlay2/l/DEF,upperdir=/var/lib/docker/overlay2/3f1d/diff,workdir=/var/lib/docker/overlay2/3f1d/work)',
      ),
    ),
  },
  {
    analyzer: 'platform/unknown-minor-release',
    in: {
      ...inEach(UBUNTU, (path) => replaceLine(path, /^ID=/u, CENTOS_7)),
      sosreport: [
        removeFile('etc/redhat-release'),
        replaceLine(OS_RELEASE.sosreport, /^VERSION_ID=/u, undefined),
        replaceLine(OS_RELEASE.sosreport, /^ID=/u, CENTOS_7),
        replaceEvery('etc/yum.repos.d/microsoft-prod.repo', 'rhel/9', 'rhel/7'),
      ],
      // A host of rpms has no list of debs.
      plain: [replaceLine(OS_RELEASE.plain, /^ID=/u, CENTOS_7), removeFile('dpkg-l.txt')],
    },
  },
  {
    analyzer: 'platform/workstation-edition',
    in: {
      sosreport: [addAfter(OS_RELEASE.sosreport, /^VERSION_ID=/u, 'VARIANT_ID="workstation"')],
      supportconfig: [addAfter(OS_RELEASE.supportconfig, /^VERSION_ID=/u, 'VARIANT_ID="desktop"')],
      plain: [addAfter(OS_RELEASE.plain, /^VERSION_ID=/u, 'VARIANT_ID="workstation"')],
    },
  },
  {
    analyzer: 'platform/agent-not-installed',
    in: {
      sosreport: [
        withoutAgent(PACKAGES.sosreport),
        withoutAgent(PS.sosreport),
        withoutAgent('sos_commands/systemd/systemctl_list-units'),
        withoutAgent('sos_commands/systemd/systemctl_list-units_--all'),
        withoutAgent('sos_commands/systemd/systemctl_list-unit-files'),
        withoutAgent('sos_commands/systemd/systemctl_status_--all'),
        removeFile('usr/lib/systemd/system/mdatp.service'),
      ],
      supportconfig: [
        withoutAgent(PACKAGES.supportconfig),
        withoutAgent(PS.supportconfig),
        withoutAgent('systemd.txt'),
      ],
      plain: [
        withoutAgent(PACKAGES.plain),
        withoutAgent(PS.plain),
        withoutAgent('systemctl-list-units.txt'),
        withoutAgent('systemctl-list-unit-files.txt'),
        ...[HEALTH.plain, DIRECTORIES.plain, 'service_status.txt', 'mdatp_definitions.txt'].map(removeFile),
      ],
      'client-analyzer': [
        replaceFile('mde.xml', NOT_INSTALLED),
        withoutAgent(PS['client-analyzer']),
        ...[
          HEALTH['client-analyzer'],
          DIRECTORIES['client-analyzer'],
          'service_status.txt',
          'definitions.txt',
          'mdatp_config.txt',
        ].map(removeFile),
      ],
    },
  },
  {
    analyzer: 'platform/several-rings-enabled',
    in: {
      sosreport: [
        addFile(
          'etc/yum.repos.d/microsoft-insiders.repo',
          '[packages-microsoft-com-insiders-fast]\nname=Insiders\nbaseurl=https://packages.microsoft.com/rhel/9/insiders-fast/\nenabled=1\n',
        ),
      ],
      supportconfig: [
        addAfter(
          'updates.txt',
          'baseurl=https://packages.microsoft.com/sles/15/prod/',
          '',
          '[packages-microsoft-com-insiders-fast]',
          'name=Insiders',
          'enabled=1',
          'baseurl=https://packages.microsoft.com/sles/15/insiders-fast/',
        ),
      ],
      plain: [
        addFile(
          'etc/apt/sources.list.d/microsoft-insiders.list',
          'deb [arch=amd64] https://packages.microsoft.com/debian/12/prod insiders-fast main\n',
        ),
      ],
    },
  },
  {
    analyzer: 'platform/package-for-other-distribution',
    in: {
      sosreport: [replaceEvery('etc/yum.repos.d/microsoft-prod.repo', 'rhel/9', 'rhel/8')],
      supportconfig: [replaceEvery('updates.txt', 'sles/15', 'sles/12')],
    },
  },
];
