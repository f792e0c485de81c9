import { derivedFact, NotCollectedError, optional, type Located } from '../../engine/api/index.ts';
import { memberAt } from '../json-lines.ts';
import { exclusionList, exclusionsOf, type Exclusion } from './exclusion-list.ts';
import { managedConfig, type ManagedConfig } from './managed-config.ts';

export type { Exclusion, ExclusionKind } from './exclusion-list.ts';

export interface Exclusions {
  /** Those of the command first, then those of the managed settings; one may be in both. */
  readonly exclusions: readonly Located<Exclusion>[];
}

/** What is excluded from protection, by command or by management, as far as the bundle tells. */
export const exclusions = derivedFact({
  name: 'mdatp.exclusions',
  describes: 'What is excluded from protection',
  collect: { title: 'mdatp exclusion list', command: 'sudo mdatp exclusion list > exclusions.txt' },
  fields: {
    exclusions: {
      type: 'rows',
      describes: 'Exclusions',
      fleet: true,
      row: {
        kind: { type: 'string', describes: 'Kind', oneOf: ['folder', 'file', 'extension', 'process'] },
        value: { type: 'string', describes: 'What is excluded' },
        scope: { type: 'string', describes: 'Scope as written', oneOf: ['', 'epp', 'global', 'epp,global'] },
        source: { type: 'string', describes: 'Where it is written', oneOf: ['cli', 'managed'] },
      },
    },
  },
  view: { kind: 'table', title: 'Exclusions', rows: 'exclusions' },
  needs: { list: optional(exclusionList), managed: optional(managedConfig) },
  derive({ list, managed }): Exclusions {
    if (!list && !managed) throw new NotCollectedError('neither a list of exclusions nor managed settings');
    return { exclusions: [...(list?.exclusions ?? []), ...managedExclusions(managed)] };
  },
});

function managedExclusions(managed: ManagedConfig | undefined): readonly Located<Exclusion>[] {
  return ['antivirusEngine', 'exclusionSettings'].flatMap((section) => {
    const array = memberAt(managed?.root, section, 'exclusions')?.value;
    return array ? exclusionsOf(array, 'managed') : [];
  });
}
