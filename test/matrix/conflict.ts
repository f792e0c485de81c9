import { HEALTH, PS } from './places.ts';
import { addLines, inEach, replaceLine, type Plant } from './plants.ts';

const process = (user: string, command: string): string =>
  `   2301       1 ${user.padEnd(8)}  0.1  0.1 411204 40112 ?        Ssl    Sep 29 00:04:10 ${command}`;

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
  {
    analyzer: 'conflict/fapolicyd-active',
    in: inEach(PS, (path) => addLines(path, process('fapolicyd', '/usr/sbin/fapolicyd'))),
  },
  {
    analyzer: 'conflict/third-party-protection',
    in: inEach(PS, (path) => addLines(path, process('root', '/opt/ds_agent/ds_agent -w /var/opt/ds_agent'))),
  },
  {
    analyzer: 'conflict/other-fanotify-user',
    in: {
      'client-analyzer': [
        addLines(
          'lsof.txt',
          'backupsca  2301                              root    9r  a_inode               0,14         0       1057 [fanotify]',
        ),
      ],
    },
  },
];
