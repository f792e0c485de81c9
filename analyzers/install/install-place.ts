import type { Located } from '../../engine/api/index.ts';
import type { Directories } from '../../facts/mdatp/directories.ts';
import type { InstallPath } from '../../facts/mdatp/install-path.ts';
import type { MdatpProcesses } from '../../facts/mdatp/mdatp-processes.ts';
import type { ServiceFile } from '../../facts/mdatp/service-file.ts';

/** Where the agent lies unless it was told otherwise. */
export const DEFAULT_PLACE = '/opt/microsoft/mdatp';

/** The last version that could be installed nowhere else came before this one. */
export const FIRST_WITH_CUSTOM_PLACE = '101.25062.0003';

/** What tells where the agent lies; any of them may be missing. */
export interface PlaceFacts {
  readonly processes: MdatpProcesses | undefined;
  readonly file: ServiceFile | undefined;
  readonly listed: Directories | undefined;
  readonly path: InstallPath | undefined;
}

/** Every trace of the place, the most telling first: folders in which the agent lies. */
export function placesOf({ processes, file, listed, path }: PlaceFacts): readonly Located<string>[] {
  const found: (Located<string> | undefined)[] = [
    ...(processes?.processes ?? [])
      .filter(({ value }) => value.role === 'daemon')
      .map(({ value, at }) => placeOfProgram({ value: value.program, at })),
    file?.execStart && placeOfProgram(file.execStart),
    linkOrFolder(listed),
    path?.path && { value: `${path.path.value.replace(/\/$/u, '')}${DEFAULT_PLACE}`, at: path.path.at },
  ];
  return found.filter((one) => one !== undefined);
}

/** `/data/microsoft_mdatp/opt/microsoft/mdatp/sbin/wdavdaemon` lies in `/data/…/mdatp`. */
function placeOfProgram({ value, at }: Located<string>): Located<string> | undefined {
  const end = value.indexOf('/sbin/wdavdaemon');
  return value.startsWith('/') && end > 0 ? { value: value.slice(0, end), at } : undefined;
}

/** The default place may be a link to the real one. */
export function linkOrFolder(listed: Directories | undefined): Located<string> | undefined {
  const link = listed?.files.find(({ value }) => value.path === DEFAULT_PLACE && value.target !== undefined);
  if (link?.value.target !== undefined) return { value: link.value.target, at: link.at };
  return listed?.folders.find(({ value }) => value === DEFAULT_PLACE);
}
