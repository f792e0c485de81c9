import { OS_RELEASE, UNAME } from './places.ts';
import { inEach, replaceLine, type Plant } from './plants.ts';

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
];
