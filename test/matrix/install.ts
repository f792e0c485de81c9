import { DIRECTORIES, PS } from './places.ts';
import {
  addAfter,
  addFile,
  addLines,
  inEach,
  removeFile,
  replaceEvery,
  replaceFile,
  replaceLine,
  replaceText,
  type Edit,
  type Plant,
} from './plants.ts';

const RPMS = 'sos_commands/rpm/sh_-c_rpm_--nodigest_-qa_--qf_59_NVRA_INSTALLTIME_date_sort_-V';
const UNITS = 'sos_commands/systemd/systemctl_list-units';
const INSTALL_LOG = {
  'client-analyzer': 'mde_diagnostic.zip!/var/log/microsoft/mdatp/install.log',
  'mdatp-diagnostic': 'var/log/microsoft/mdatp/install.log',
  plain: 'install.log',
} as const;
const STATUS = {
  'client-analyzer': 'service_status.txt',
  sosreport: 'sos_commands/systemd/systemctl_status_--all',
  supportconfig: 'systemd.txt',
  plain: 'service_status.txt',
} as const;
const LOGS = {
  'client-analyzer': 'syslogs.zip!/syslogs/syslog',
  sosreport: 'var/log/messages',
  supportconfig: 'messages.txt',
  plain: 'var/log/syslog',
} as const;

/** Nothing of systemd speaks of mdatp any more. */
function unitOfAnother(path: string): Edit {
  return replaceEvery(path, 'mdatp.service', 'other.service');
}

export const installPlants: readonly Plant[] = [
  {
    analyzer: 'install/daemon-not-executable',
    in: inEach(DIRECTORIES, (path) =>
      replaceLine(path, / wdavdaemon$/u, '-rw-r--r-- 1 root root 4211816 Aug 18 11:20 wdavdaemon'),
    ),
  },
  {
    analyzer: 'install/missing-mdatp-user',
    // Without the user its process does not run either.
    in: {
      'client-analyzer': [
        replaceFile('mde_user.txt', 'id: ‘mdatp’: no such user\n'),
        replaceText('process_information.txt', ' mdatp ', ' root  '),
      ],
      sosreport: [
        addFile('sos_commands/auth/getent_passwd', 'root:x:0:0:root:/root:/bin/bash\n'),
        replaceEvery('sos_commands/process/ps_auxwwwm', '\nmdatp ', '\nroot  '),
      ],
      supportconfig: [
        replaceLine('pam.txt', 'mdatp:x:', undefined),
        replaceText('basic-health-check.txt', '\nmdatp ', '\nroot  '),
      ],
      plain: [
        removeFile('id_mdatp.txt'),
        replaceLine('etc/passwd', 'mdatp:x:', undefined),
        replaceText('ps.txt', '\nmdatp ', '\nroot  '),
      ],
    },
  },
  {
    analyzer: 'install/login-shell-for-mdatp',
    in: inEach({ supportconfig: 'pam.txt', plain: 'etc/passwd' }, (path) =>
      replaceText(path, '/home/mdatp:/usr/sbin/nologin', '/home/mdatp:/bin/bash'),
    ),
  },
  {
    analyzer: 'install/unusual-mdatp-uid',
    in: {
      'client-analyzer': [replaceText('mde_user.txt', 'uid=998', 'uid=1004')],
      supportconfig: [replaceText('pam.txt', 'mdatp:x:464', 'mdatp:x:1464')],
      plain: [replaceText('id_mdatp.txt', 'uid=996', 'uid=1004')],
    },
  },
  {
    analyzer: 'install/service-not-running',
    in: {
      'client-analyzer': [
        replaceText(
          STATUS['client-analyzer'],
          'active (running)',
          'activating (auto-restart) (Result: exit-code)',
        ),
      ],
      sosreport: [
        replaceText(
          STATUS.sosreport,
          'active (running) since Mon 2026-09-21 02:50:14',
          'activating (auto-restart) (Result: exit-code) since Mon 2026-09-21 02:50:14',
        ),
      ],
      supportconfig: [
        replaceText(STATUS.supportconfig, 'Active: active (running)', 'Active: failed (Result: signal)'),
      ],
      plain: [replaceText(STATUS.plain, 'active (running)', 'failed (Result: signal)')],
    },
  },
  {
    analyzer: 'install/service-not-enabled',
    in: inEach(STATUS, (path) => replaceText(path, '/mdatp.service; enabled;', '/mdatp.service; disabled;')),
  },
  {
    analyzer: 'install/missing-service-unit',
    in: {
      'client-analyzer': [
        replaceFile('service_status.txt', 'Unit mdatp.service could not be found.\n'),
        removeFile('service_file.txt'),
      ],
      sosreport: [
        removeFile('usr/lib/systemd/system/mdatp.service'),
        unitOfAnother(STATUS.sosreport),
        unitOfAnother(UNITS),
        unitOfAnother(`${UNITS}_--all`),
        unitOfAnother('sos_commands/systemd/systemctl_list-unit-files'),
      ],
      supportconfig: [unitOfAnother(STATUS.supportconfig)],
      plain: [
        removeFile('lib/systemd/system/mdatp.service'),
        unitOfAnother('service_status.txt'),
        unitOfAnother('systemctl-list-units.txt'),
        unitOfAnother('systemctl-list-unit-files.txt'),
      ],
    },
  },
  {
    analyzer: 'install/missing-processes',
    in: inEach(PS, (path) => replaceLine(path, /\/wdavdaemon edr /u, undefined)),
  },
  {
    analyzer: 'install/nonstandard-path',
    in: inEach(PS, (path) =>
      replaceText(path, ' /opt/microsoft/mdatp/sbin/wdavdaemon\n', ' /srv/agent/sbin/wdavdaemon\n'),
    ),
  },
  {
    analyzer: 'install/inconsistent-custom-path',
    in: {
      'client-analyzer': [
        addFile('mde_diagnostic.zip!/etc/opt/microsoft/mdatp/mde_path.json', '{path: /data}\n'),
      ],
      'mdatp-diagnostic': [addFile('etc/opt/microsoft/mdatp/mde_path.json', '{path: /data}\n')],
      plain: [addFile('mde_path.json', '{path: /data}\n')],
    },
  },
  {
    analyzer: 'install/missing-cli',
    in: inEach(DIRECTORIES, (path) => replaceLine(path, /\d wdavdaemonclient$/u, undefined)),
  },
  {
    analyzer: 'install/unfinished-installation',
    in: inEach(INSTALL_LOG, (path) => replaceLine(path, 'postinstall end', undefined)),
  },
  {
    analyzer: 'install/installer-errors',
    in: inEach(INSTALL_LOG, (path) =>
      addAfter(path, 'postinstall begin', 'microsoft-mdatp-installer[30340]: exit 1'),
    ),
  },
  {
    analyzer: 'install/missing-rpm-dependencies',
    in: {
      sosreport: [replaceLine(RPMS, /^policycoreutils-3/u, undefined)],
      supportconfig: [replaceLine('rpm.txt', /^mde-netfilter /u, undefined)],
    },
  },
  {
    analyzer: 'install/missing-deb-dependencies',
    in: { plain: [replaceLine('dpkg-l.txt', 'uuid-runtime', undefined)] },
  },
  {
    analyzer: 'install/missing-netfilter-rpm-dependencies',
    in: {
      sosreport: [replaceLine(RPMS, /^libmnl-/u, undefined)],
      supportconfig: [replaceLine('rpm.txt', /^libmnl0 /u, undefined)],
    },
  },
  {
    analyzer: 'install/missing-netfilter-deb-dependencies',
    in: { plain: [replaceLine('dpkg-l.txt', 'libnetfilter-queue1', undefined)] },
  },
  {
    analyzer: 'install/half-installed-package',
    in: { plain: [replaceText('dpkg-l.txt', 'ii  mdatp ', 'iF  mdatp ')] },
  },
  {
    analyzer: 'install/selinux-denials',
    in: {
      sosreport: [
        addLines(
          'var/log/audit/audit.log',
          'type=AVC msg=audit(1791966510.004:9140): avc:  denied  { execmem } for  pid=1120 comm="wdavdaemon" scontext=system_u:system_r:init_t:s0 tcontext=system_u:system_r:init_t:s0 tclass=process permissive=0',
        ),
      ],
    },
  },
  {
    analyzer: 'install/selinux-execstack',
    in: inEach(LOGS, (path) =>
      addLines(
        path,
        'Oct 14 08:40:00 host wdavdaemon[9120]: /opt/microsoft/mdatp/sbin/wdavdaemon: error while loading shared libraries: libwdavdaemon_core.so: cannot enable executable stack as shared object requires: Permission denied',
      ),
    ),
  },
  {
    analyzer: 'install/kernel-lockdown',
    in: inEach({ 'client-analyzer': 'kernel_lockdown.txt', plain: 'kernel_lockdown.txt' }, (path) =>
      replaceFile(path, 'none integrity [confidentiality]\n'),
    ),
  },
  {
    analyzer: 'install/wrong-directory-owner',
    in: inEach(DIRECTORIES, (path) => replaceText(path, ' mdatp mdatp ', ' backup backup ')),
  },
  {
    analyzer: 'install/oms-independent',
    in: {
      sosreport: [
        addAfter(
          `${UNITS}_--all`,
          'mdatp.service',
          '● omsagent-4f1c.service                loaded failed failed Operations Management Suite agent',
        ),
      ],
    },
  },
];
