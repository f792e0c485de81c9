import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { lsFolder, lsPath, lsRow } from '../storage/ls-row.ts';

export interface ListedFile {
  readonly path: string;
  /** As `ls` writes it: `-rwxr-xr-x`. */
  readonly mode: string;
  readonly owner: string;
  readonly group: string;
  /** Bytes. */
  readonly size: number;
  /** Where a link leads to, as written. */
  readonly target?: string;
}

export interface Directories {
  readonly files: readonly Located<ListedFile>[];
  /** Folders whose content is listed: what is not among their files is not there. */
  readonly folders: readonly Located<string>[];
}

/**
 * The agent's files and folders, as `ls -lR` and `stat` list them:
 *
 *   /opt/microsoft/mdatp/sbin:
 *   total 12345
 *   -rwxr-xr-x 1 root root 12345678 Mar 14 12:00 wdavdaemon
 */
export const directories = textFact<Directories>({
  name: 'mdatp.directories',
  describes: 'Files and folders of the agent with their permissions',
  collect: {
    title: 'ls -lR of the agent',
    command:
      'sudo ls -lR /opt/microsoft /etc/opt/microsoft /var/opt/microsoft /var/log/microsoft > mde_directories.txt',
  },
  fields: {
    files: {
      type: 'rows',
      describes: 'Files, folders and links',
      row: {
        path: { type: 'string', describes: 'Path' },
        mode: { type: 'string', describes: 'Kind and permissions' },
        owner: { type: 'string', describes: 'Owner' },
        group: { type: 'string', describes: 'Group' },
        size: { type: 'number', describes: 'Size', unit: 'bytes' },
        target: { type: 'string', describes: 'Where a link leads to' },
      },
    },
    folders: { type: 'list', items: 'string', describes: 'Folders whose content is listed' },
  },
  view: { kind: 'table', title: 'Files of the agent', rows: 'files' },
  maxBytes: 16 * 1024 * 1024,
  from: {
    'client-analyzer': 'mde_directories.txt',
    plain: [
      'mde_directories.txt',
      'mdatp_directories.txt',
      'ls-lR*',
      'ls_-lR*',
      'ls_-l*',
      'ls-l*',
      'permissions.txt',
    ],
  },
  looksLike: (head) =>
    /^\/\S*\/microsoft\/mdatp\S*:$/mu.test(head) && /^[-dl][-rwxsStT]{9}[.+@]?\s+\d+\s/mu.test(head),
  parse(entry): Directories {
    refuseFailedCommand(entry);
    const lines = entry.lines();
    const files = [...listed(lines), ...statted(lines)];
    if (files.length === 0) refuseOther(entry);
    // A list that was cut shows less than the last folders hold.
    const folders = entry.cut ? [] : lines.flatMap(folderOf);
    return { files: files.sort((a, b) => a.at.line - b.at.line), folders };
  },
});

// file_system_access                          : "granted"
const SETTING = /^[a-z][a-z0-9_]{2,60}\s{0,60}:\s/u;

function refuseOther(entry: TextEntry): never {
  // The client analyzer calls the output of `mdatp health --details permissions` permissions.txt, too.
  if (entry.lines().some(({ text }) => SETTING.test(text)))
    throw new NotCollectedError(`${entry.path} holds settings, not files`);
  throw new UnreadableError(`${entry.path} lists no file of the agent`);
}

function listed(lines: readonly Line[]): readonly Located<ListedFile>[] {
  const files: Located<ListedFile>[] = [];
  let folder: string | undefined;
  for (const { text, at } of lines) {
    folder = lsFolder(text) ?? folder;
    const row = lsRow(text);
    const path = row && lsPath(folder, row.name);
    if (!row || path === undefined || !isOfAgent(path)) continue;
    const { mode, owner, group, size, target } = row;
    const value = { path, mode, owner, group, size };
    files.push({ value: target === undefined ? value : { ...value, target }, at });
  }
  return files;
}

function folderOf({ text, at }: Line): readonly Located<string>[] {
  const folder = lsFolder(text);
  return folder === undefined ? [] : [{ value: folder, at }];
}

/** The agent's own, wherever it is installed, and the folders and links on the way to it. */
function isOfAgent(path: string): boolean {
  return (
    /^\/(?:\S*\/)?(?:microsoft|mdatp|microsoft_mdatp)(?:\/|$)/u.test(path) ||
    /^\/(?:opt|etc\/opt|var|var\/(?:log|opt|lib))$/u.test(path)
  );
}

// File: /var/log · File: ‘/var/log’ -> …
const STAT_FILE = /^\s*File: [`'"‘“]?(?<path>\/[^'"’”]*?)['"’”]?(?: -> .*)?$/u;
// Access: (0755/drwxr-xr-x)  Uid: (    0/    root)   Gid: (    0/    root)
const STAT_ACCESS =
  /^\s*Access: \(\d+\/(?<mode>[-dl][-rwxsStT]{9})\)\s+Uid: \(\s*\d+\/\s*(?<owner>\S+?)\s*\)\s+Gid: \(\s*\d+\/\s*(?<group>\S+?)\s*\)/u;

function statted(lines: readonly Line[]): readonly Located<ListedFile>[] {
  const files: Located<ListedFile>[] = [];
  let path = '';
  let size = 0;
  for (const line of lines) {
    const { text } = line;
    path = STAT_FILE.exec(text)?.groups?.['path'] ?? path;
    size = Number(/^\s*Size: (\d+)/u.exec(text)?.[1] ?? size);
    const file = path === '' ? undefined : accessRow(line, path, size);
    if (!file) continue;
    files.push(file);
    path = '';
  }
  return files.filter(({ value }) => isOfAgent(value.path));
}

function accessRow({ text, at }: Line, path: string, size: number): Located<ListedFile> | undefined {
  const { mode, owner, group } = STAT_ACCESS.exec(text)?.groups ?? {};
  if (mode === undefined || owner === undefined || group === undefined) return undefined;
  return { value: { path, mode, owner, group, size }, at };
}
