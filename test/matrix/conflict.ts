import type { KindId } from '../../facts/kinds.ts';
import { DAEMON, HEALTH, LSOF, PS } from './places.ts';
import { addAfter, inEach, replaceLine, type Plant } from './plants.ts';

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
export function running(user: string, command: string): Plant['in'] {
  return Object.fromEntries(
    Object.entries(PS).map(([kind, path]) => {
      // The keys of PS are kinds.
      const row = ROWS[kind as KindId]?.(user, command) ?? '';
      return [kind, [addAfter(path, DAEMON, row)]];
    }),
  );
}

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
  { analyzer: 'conflict/fapolicyd-active', in: running('fapolicyd', '/usr/sbin/fapolicyd') },
  {
    analyzer: 'conflict/third-party-protection',
    in: running('root', '/opt/ds_agent/ds_agent -w /var/opt/ds_agent'),
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
];
