import { MOUNT } from './places.ts';
import { addLines, inEach, type Plant } from './plants.ts';

export const filesystemPlants: readonly Plant[] = [
  {
    analyzer: 'filesystem/unprotected-filesystem',
    in: inEach(MOUNT, (path) => addLines(path, '/dev/sdc1 on /data type zfs (rw,relatime,xattr,noacl)')),
  },
];
