import { textsFact, UnreadableError, type Located, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { lsFolder, lsPath, lsRow } from './ls-row.ts';

export interface Link {
  readonly path: string;
  /** As written; relative to the folder of the link where it does not begin with a slash. */
  readonly target: string;
}

export interface Links {
  readonly links: readonly Located<Link>[];
  /** Paths that are surely folders of their own. */
  readonly folders: readonly Located<string>[];
  /** A list of all links of the host's root, where one was read: what is not in it is no link. */
  readonly allOfRoot: string | undefined;
}

/**
 * Links near the root, as find or ls lists them, and what stat says of single paths:
 *
 *   131073      0 lrwxrwxrwx   1 root     root            9 Mar 14  2025 /opt -> /data/opt
 *   File: /var -> /data/var
 */
export const links = textsFact<Links>({
  name: 'storage.links',
  describes: 'Symbolic links and folders of the host near its root',
  collect: { title: 'links', command: 'find / -maxdepth 2 -type l -ls > root-symlinks' },
  fields: {
    links: {
      type: 'rows',
      describes: 'Links',
      row: {
        path: { type: 'string', describes: 'Path of the link' },
        target: { type: 'string', describes: 'Where it leads' },
      },
    },
    folders: { type: 'list', items: 'string', describes: 'Paths that are folders' },
  },
  view: { kind: 'table', title: 'Links', rows: 'links' },
  from: {
    'client-analyzer': ['mde_directories.txt', 'root-symlinks*'],
    sosreport: ['sos_commands/host/find_*_-type_l_-ls', 'root-symlinks'],
    supportconfig: ['*.txt!#*ls -l*'],
    plain: [
      'root-symlinks*',
      'find_*-type_l_-ls',
      'mde_directories.txt',
      'ls-l*',
      'ls_-l*',
      'sos_commands/host/find_*_-type_l_-ls',
    ],
  },
  parse(entries): Links {
    const read = entries.map((entry) => ({ entry, ...linksOf(entry) }));
    const found = read.filter(({ links: all, folders }) => all.length + folders.length > 0);
    if (found.length === 0) {
      for (const entry of entries) refuseFailedCommand(entry);
      throw new UnreadableError('no file lists links');
    }
    return {
      links: found.flatMap(({ links: all }) => all),
      folders: found.flatMap(({ folders }) => folders),
      allOfRoot: found.find(({ entry }) => isListOfRoot(entry))?.entry.path,
    };
  },
});

type Read = Pick<Links, 'links' | 'folders'>;

function linksOf(entry: TextEntry): Read {
  const links: Located<Link>[] = [];
  const folders: Located<string>[] = [];
  let folder: string | undefined;
  for (const { text, at } of entry.lines()) {
    folder = lsFolder(text) ?? folder;
    const row = statted(text) ?? lsRow(text);
    const path = row && lsPath(folder, row.name);
    if (!row || path === undefined) continue;
    if (row.target !== undefined) links.push({ value: { path, target: row.target }, at });
    else if (row.mode.startsWith('d')) folders.push({ value: path, at });
  }
  return { links, folders };
}

interface Named {
  readonly mode: string;
  readonly name: string;
  readonly target?: string;
}

// File: /var -> /data/var · File: ‘/var’ -> ‘/data/var’ · File: '/var' -> '/data/var'
const STAT = /^\s*File: [`'"‘“]?(?<name>\/[^'"’”]*?)['"’”]? -> [`'"‘“]?(?<target>[^`'"‘’“”]+?)['"’”]?\s*$/u;

/** Only a link says in one line of stat what it is. */
function statted(text: string): Named | undefined {
  const { name, target } = STAT.exec(text)?.groups ?? {};
  return name === undefined || target === undefined ? undefined : { mode: 'l', name, target };
}

/** Told by the name of the file: a list of links says nothing of where it was made. */
function isListOfRoot({ path, cut }: TextEntry): boolean {
  return !cut && /(?:root-symlinks|find_\S*_-type_l_-ls)[^/]*$/u.test(path);
}
