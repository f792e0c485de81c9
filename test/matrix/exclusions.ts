import { EXCLUSIONS } from './places.ts';
import { inEach, replaceText, type Plant } from './plants.ts';

/** One more entry in the list of exclusions. */
function excluded(heading: string, entry: string): Plant['in'] {
  return inEach(EXCLUSIONS, (path) =>
    replaceText(path, 'Excluded folder\n', `${heading}\n${entry}\nScope: ["epp"]\n---\nExcluded folder\n`),
  );
}

export const exclusionsPlants: readonly Plant[] = [
  { analyzer: 'exclusions/dangerous-folder', in: excluded('Excluded folder', 'Path: "/usr/lib/"') },
  { analyzer: 'exclusions/dangerous-extension', in: excluded('Excluded extension', 'Extension: ".so"') },
  {
    analyzer: 'exclusions/dangerous-process',
    in: excluded('Excluded process', 'Process name: "/usr/bin/python3"'),
  },
];
