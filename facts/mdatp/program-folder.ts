import { derivedFact, optional, type Located } from '../../engine/api/index.ts';
import { installPath } from './install-path.ts';

export interface ProgramFolder {
  readonly path: string;
  /** Where the bundle says that it is not the default one. */
  readonly custom: Located<string> | undefined;
}

/** Where the agent lies unless it was installed elsewhere (mde-linux-prerequisites). */
const DEFAULT = '/opt/microsoft/mdatp';

/** The folder of the agent's programs: the default one, or the one that mde_path.json names. */
export const programFolder = derivedFact({
  name: 'mdatp.program-folder',
  describes: 'Folder that the agent lies in',
  fields: { custom: { type: 'string', describes: 'Folder that was chosen instead of the default one' } },
  view: { kind: 'fields', title: 'Folder of the agent' },
  needs: { chosen: optional(installPath) },
  derive: ({ chosen }): ProgramFolder => ({ path: chosen?.path?.value ?? DEFAULT, custom: chosen?.path }),
});
