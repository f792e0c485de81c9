import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { mountHolding } from './mount-holding.ts';
import { mounts, type Mount } from './mounts.ts';
import { testFileMount } from './test-file-mount.ts';

export interface TestFilePlace {
  readonly mount: Located<Mount>;
  /** Whether somebody looked where the file lies; else it is where the instructions put it. */
  readonly isShown: boolean;
}

/** Where the instructions for the test put the file (linux-install-manually). */
const FOLDER = '/tmp';

/** The mount of the test file for the antivirus. */
export const testFilePlace = derivedFact({
  name: 'storage.test-file-place',
  describes: 'Mount that a test file lies on, by whatever tells of it',
  collect: { title: 'mount', command: 'mount > mount.txt' },
  needs: { shown: optional(testFileMount), mounted: optional(mounts) },
  derive({ shown, mounted }): TestFilePlace {
    const mount = shown?.mount ?? (mounted && mountHolding(mounted.mounts, FOLDER));
    if (!mount) throw new NotCollectedError('no mount that holds the test file is listed');
    return { mount, isShown: shown !== undefined };
  },
});
