import { DIRECTORIES, PS } from './places.ts';
import { inEach, removeFile, replaceFile, replaceLine, type Edit, type Plant } from './plants.ts';

const withoutEngine = (path: string): Edit => replaceLine(path, 'wdavdaemon unprivileged', undefined);

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
        withoutEngine(PS['client-analyzer']),
      ],
      supportconfig: [replaceLine('pam.txt', 'mdatp:x:', undefined), withoutEngine(PS.supportconfig)],
      plain: [
        removeFile('id_mdatp.txt'),
        replaceLine('etc/passwd', 'mdatp:x:', undefined),
        withoutEngine(PS.plain),
      ],
    },
  },
  {
    analyzer: 'install/missing-rpm-dependencies',
    in: {
      sosreport: [
        replaceLine(
          'sos_commands/rpm/sh_-c_rpm_--nodigest_-qa_--qf_59_NVRA_INSTALLTIME_date_sort_-V',
          /^policycoreutils-3/u,
          undefined,
        ),
      ],
      supportconfig: [replaceLine('rpm.txt', /^mde-netfilter /u, undefined)],
    },
  },
  {
    analyzer: 'install/missing-deb-dependencies',
    in: { plain: [replaceLine('dpkg-l.txt', 'uuid-runtime', undefined)] },
  },
];
