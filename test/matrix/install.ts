import { DIRECTORIES } from './places.ts';
import { inEach, replaceFile, replaceLine, type Plant } from './plants.ts';

export const installPlants: readonly Plant[] = [
  {
    analyzer: 'install/daemon-not-executable',
    in: inEach(DIRECTORIES, (path) =>
      replaceLine(path, / wdavdaemon$/u, '-rw-r--r-- 1 root root 4211816 Aug 18 11:20 wdavdaemon'),
    ),
  },
  {
    analyzer: 'install/missing-mdatp-user',
    in: { 'client-analyzer': [replaceFile('mde_user.txt', 'id: ‘mdatp’: no such user\n')] },
  },
];
