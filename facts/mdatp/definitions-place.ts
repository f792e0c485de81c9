import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { mountHolding } from '../storage/mount-holding.ts';
import { mounts, type Mount } from '../storage/mounts.ts';
import { definitionsMount } from './definitions-mount.ts';

export interface DefinitionsPlace {
  readonly mount: Located<Mount>;
}

const FOLDER = '/var/opt/microsoft/mdatp/definitions.noindex';

/** The mount of the definitions: as findmnt shows it, else the one that holds their default folder. */
export const definitionsPlace = derivedFact({
  name: 'mdatp.definitions-place',
  describes: 'Mount that holds the definitions, by whatever tells of it',
  collect: { title: 'mount', command: 'mount > mount.txt' },
  needs: { shown: optional(definitionsMount), mounted: optional(mounts) },
  derive({ shown, mounted }): DefinitionsPlace {
    const mount = shown?.mount ?? (mounted && mountHolding(mounted.mounts, FOLDER));
    if (!mount) throw new NotCollectedError('no mount that holds the definitions is listed');
    return { mount };
  },
});
