/** One row of `ls -l` or `find -ls`. */
export interface LsRow {
  /** Kind and permissions: `-rwxr-xr-x`. */
  readonly mode: string;
  readonly owner: string;
  readonly group: string;
  /** Bytes. */
  readonly size: number;
  readonly name: string;
  /** Where a link leads. */
  readonly target?: string;
}

// -rwxr-xr-x. 1 root root 12345 Mar 14 12:00 wdavdaemon; `find -ls` puts two numbers before, -Z a context within
const ROW =
  /^(?:\s*\d+\s+\d+\s+)?(?<mode>[-dlbcps][-rwxsStT]{9})[.+@]?\s+\d+\s+(?<owner>\S+)\s+(?<group>\S+)\s+(?:[\w-]{1,60}:[\w-]{1,60}:[\w-]{1,60}:\S{1,99}\s+)?(?<size>\d+)\s+(?:\d{4}-\d\d-\d\d\s+\d\d:\d\d(?::\S+(?:\s+[+-]\d{4})?)?|\S+\s+\S+\s+\S+)\s(?<name>\S.*)$/u;

export function lsRow(text: string): LsRow | undefined {
  const row = ROW.exec(text)?.groups;
  if (!row) return undefined;
  const { mode = '', owner = '', group = '', name: written = '' } = row;
  const arrow = mode.startsWith('l') ? written.indexOf(' -> ') : -1;
  return {
    mode,
    owner,
    group,
    size: Number(row['size']),
    name: arrow < 0 ? written : written.slice(0, arrow),
    ...(arrow < 0 ? {} : { target: written.slice(arrow + ' -> '.length) }),
  };
}

// /opt/microsoft/mdatp/sbin:
const FOLDER = /^(?<folder>\/.*):$/u;

/** The folder that a block of `ls -lR` begins with. */
export function lsFolder(text: string): string | undefined {
  const folder = FOLDER.exec(text)?.groups?.['folder'];
  return folder === '/' ? folder : folder?.replace(/\/$/u, '');
}

/** The path of a row in a block of a folder; undefined where the folder is not known. */
export function lsPath(folder: string | undefined, name: string): string | undefined {
  if (name.startsWith('/')) return name;
  if (folder === undefined || name === '..') return undefined;
  if (name === '.') return folder;
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}
