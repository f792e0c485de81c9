import type { KindId } from '../../facts/kinds.ts';
import { DAEMON, HEALTH, LSOF, PS } from './places.ts';
import { addAfter, addFile, inEach, replaceFile, replaceLine, type Edit, type Plant } from './plants.ts';

/** A process as each kind's list writes it. */
const ROWS: Partial<Readonly<Record<KindId, (user: string, command: string) => string>>> = {
  'client-analyzer': (user, command) =>
    `   2301       1 ${user.padEnd(8)}  0.1  0.1 411204 40112 ?        Ssl    Sep 29 00:04:10 ${command}`,
  sosreport: (user, command) =>
    `${user.padEnd(8)}    2301  0.1  0.1  411204  40112 ?        -    Sep21    4:10 ${command}`,
  supportconfig: (user, command) =>
    `${user.padEnd(8)}  2301  0.1  0.1  411204  40112 ?        Ssl  Sep28    4:10 ${command}`,
  plain: (user, command) =>
    `${user.padEnd(8)}    2301  0.1  0.1  411204  40112 ?        Ssl  Oct02    4:10 ${command}`,
};

/** One more process runs. */
export function running(user: string, command: string): Readonly<Record<keyof typeof PS, readonly [Edit]>> {
  const edit = (kind: keyof typeof PS): readonly [Edit] => [
    addAfter(PS[kind], DAEMON, ROWS[kind]?.(user, command) ?? ''),
  ];
  return {
    'client-analyzer': edit('client-analyzer'),
    sosreport: edit('sosreport'),
    supportconfig: edit('supportconfig'),
    plain: edit('plain'),
  };
}

const DS_AGENT = running('root', '/opt/ds_agent/ds_agent -w /var/opt/ds_agent');
const FAPOLICYD = running('fapolicyd', '/usr/sbin/fapolicyd');
const CLAMONACC = running('root', '/usr/sbin/clamonacc -F');

/** The agent only watches, and another product runs beside it. */
const passive = (path: string): Edit =>
  replaceLine(
    path,
    /^passive_mode_enabled /u,
    'passive_mode_enabled                        : true [managed]',
  );

export const conflictPlants: readonly Plant[] = [
  {
    analyzer: 'conflict/conflicting-applications',
    in: inEach(HEALTH, (path) =>
      replaceLine(
        path,
        'conflicting_applications',
        'conflicting_applications                    : ["backupscan"]',
      ),
    ),
  },
  { analyzer: 'conflict/fapolicyd-active', in: FAPOLICYD },
  {
    analyzer: 'conflict/fapolicyd-without-trust',
    in: {
      sosreport: [
        ...FAPOLICYD.sosreport,
        addFile('etc/fapolicyd/compiled.rules', 'deny_audit perm=any pattern=ld_so : all\n'),
        addFile('etc/fapolicyd/fapolicyd.conf', 'permissive = 0\ntrust = file\n'),
      ],
      plain: [
        ...FAPOLICYD.plain,
        addFile('etc/fapolicyd/compiled.rules', 'deny_audit perm=any pattern=ld_so : all\n'),
        addFile('etc/fapolicyd/fapolicyd.conf', 'permissive = 0\ntrust = file\n'),
      ],
    },
    consequences: ['conflict/fapolicyd-active'],
  },
  {
    analyzer: 'conflict/third-party-protection',
    in: {
      'client-analyzer': [...DS_AGENT['client-analyzer'], passive(HEALTH['client-analyzer'])],
      sosreport: DS_AGENT.sosreport,
      supportconfig: DS_AGENT.supportconfig,
      plain: [...DS_AGENT.plain, passive(HEALTH.plain)],
    },
  },
  {
    analyzer: 'conflict/active-beside-other-antivirus',
    in: { 'client-analyzer': DS_AGENT['client-analyzer'], plain: DS_AGENT.plain },
  },
  { analyzer: 'conflict/second-edr', in: running('root', '/opt/CrowdStrike/falcon-sensor') },
  {
    analyzer: 'conflict/third-party-kernel-module',
    in: inEach(
      {
        'client-analyzer': 'lsmod.txt',
        sosreport: 'sos_commands/kernel/lsmod',
        supportconfig: 'modules.txt',
        plain: 'lsmod.txt',
      },
      (path) => addAfter(path, /^Module +Size +Used by/u, 'tmhook                147456  1'),
    ),
  },
  { analyzer: 'conflict/clamav-on-access', in: CLAMONACC },
  {
    analyzer: 'conflict/other-audit-consumers',
    in: running('root', '/usr/share/auditbeat/bin/auditbeat -e'),
  },
  {
    analyzer: 'conflict/passive-without-other-antivirus',
    in: inEach(HEALTH, passive),
  },
  {
    analyzer: 'conflict/other-fanotify-user',
    in: inEach(LSOF, (path) =>
      addAfter(
        path,
        /^sshd /u,
        'backupsca  2301                              root    9r  a_inode               0,14         0       1057 [fanotify]',
      ),
    ),
  },
  {
    analyzer: 'conflict/unexcluded-audit-binaries',
    in: {
      'client-analyzer': [
        replaceLine(
          'health.txt',
          /^supplementary_events_subsystem /u,
          'supplementary_events_subsystem              : "auditd"',
        ),
        replaceFile(
          'conflicting_processes_information.txt',
          'conflicting binaries\n====================\n/usr/local/sbin/haproxy\n',
        ),
      ],
    },
    consequences: [
      'events/auditd-provider',
      'events/missing-audisp-plugin',
      'events/missing-mdatp-audit-rules',
    ],
  },
];
