import { UNAME } from './places.ts';
import { inEach, replaceLine, replaceText, type Plant } from './plants.ts';

export const platformPlants: readonly Plant[] = [
  {
    analyzer: 'platform/unsupported-distribution',
    in: {
      'client-analyzer': [
        replaceLine('mde_diagnostic.zip!/usr/lib/os-release', 'ID=ubuntu', 'ID=linuxmint'),
        replaceLine('mde_diagnostic.zip!/usr/lib/os-release', 'ID_LIKE=debian', 'ID_LIKE="ubuntu debian"'),
      ],
    },
  },
  {
    analyzer: 'platform/kernel-too-old',
    in: inEach(UNAME, (path) => replaceText(path, '5.15.0-161-generic', '3.2.0-126-generic')),
  },
];
