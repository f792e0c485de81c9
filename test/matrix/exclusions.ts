import { EXCLUSIONS, MANAGED } from './places.ts';
import { inEach, replaceText, type Plant } from './plants.ts';

/** One more entry in the list of exclusions, or in the managed settings where a kind has no list. */
function excluded(heading: string, entry: string, managed: Readonly<Record<string, unknown>>): Plant['in'] {
  return {
    ...inEach(EXCLUSIONS, (path) =>
      replaceText(path, 'Excluded folder\n', `${heading}\n${entry}\nScope: ["epp"]\n---\nExcluded folder\n`),
    ),
    'mdatp-diagnostic': [
      replaceText(
        MANAGED['mdatp-diagnostic'],
        '"exclusions": [\n',
        `"exclusions": [\n      ${JSON.stringify({ ...managed, scopes: ['epp'] })},\n`,
      ),
    ],
  };
}

export const exclusionsPlants: readonly Plant[] = [
  {
    analyzer: 'exclusions/dangerous-folder',
    in: excluded('Excluded folder', 'Path: "/usr/lib/"', {
      $type: 'excludedPath',
      isDirectory: true,
      path: '/usr/lib/',
    }),
  },
  {
    analyzer: 'exclusions/dangerous-extension',
    in: excluded('Excluded extension', 'Extension: ".so"', {
      $type: 'excludedFileExtension',
      extension: '.so',
    }),
  },
  {
    analyzer: 'exclusions/dangerous-process',
    in: excluded('Excluded process', 'Process name: "/usr/bin/python3"', {
      $type: 'excludedFileName',
      name: '/usr/bin/python3',
    }),
  },
];
