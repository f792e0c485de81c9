import { MOUNT } from './places.ts';
import { addAfter, inEach, type Plant } from './plants.ts';

export const filesystemPlants: readonly Plant[] = [
  {
    analyzer: 'filesystem/unprotected-filesystem',
    in: inEach(MOUNT, (path) =>
      addAfter(path, /^configfs on/u, '/dev/sdc1 on /data type zfs (rw,relatime,xattr,noacl)'),
    ),
  },
];
