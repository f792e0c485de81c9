import type { Stats } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

import { escapeName, type Problem } from '../api/index.ts';
import type { IngestContext } from './context.ts';

/** Takes files, and the lines that the hash of a folder is made of. */
export interface FolderReader {
  file(file: ListedFile): Promise<Problem | undefined>;
  line(text: string): void;
}

/** A file on disk that belongs to a source of several. */
export interface ListedFile {
  readonly path: string;
  /** Its address in the bundle. */
  readonly entry: string;
  /** Its name in the list that is hashed: relative, `/` between the parts, nothing escaped. */
  readonly listed: string;
  readonly size: number;
  readonly modified: number;
}

/**
 * Reads a folder's files in the order of the bytes of their whole paths, in which the hash of a folder lists them.
 * Symbolic links are listed, never followed.
 */
export async function readFolder(top: string, reader: FolderReader, context: IngestContext): Promise<void> {
  const walk = async (folder: string, listedFolder: string): Promise<void> => {
    for (const { name, stats } of await childrenOf(folder, listedFolder, context)) {
      const path = join(folder, name);
      const listed = `${listedFolder}${name}`;
      const entry = addressOf(listed);
      context.count(0);
      if (!stats) context.note('unreadable-path', 'It is gone or may not be looked at', entry);
      else if (stats.isDirectory()) {
        context.begin({ path: context.nameFor(entry), kind: 'folder', modified: stats.mtimeMs });
        await walk(path, `${listed}/`);
      } else if (stats.isSymbolicLink()) {
        const linkTarget = await readlink(path);
        reader.line(`${listed}\0link\0${linkTarget}\n`);
        context.begin({ path: context.nameFor(entry), kind: 'link', linkTarget, modified: stats.mtimeMs });
      } else if (!stats.isFile()) {
        context.begin({ path: context.nameFor(entry), kind: 'other' });
      } else {
        const { size, mtimeMs: modified } = stats;
        const problem = await reader.file({ path, entry, listed, size, modified });
        if (problem) context.note('unreadable-path', problem.detail, entry);
      }
    }
  };
  await walk(top, '');
}

interface Child {
  readonly name: string;
  /** Undefined where it may not be looked at. */
  readonly stats: Stats | undefined;
}

/** What lies in a folder, so sorted that a walk meets whole paths in the order of their bytes. */
async function childrenOf(
  folder: string,
  listedFolder: string,
  context: IngestContext,
): Promise<readonly Child[]> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    const entry = addressOf(listedFolder.replace(/\/$/u, ''));
    context.note('unreadable-path', `The folder cannot be read: ${(error as Error).message}`, entry);
    return [];
  }
  const keyed: { readonly child: Child; readonly key: Buffer }[] = [];
  for (const name of names) {
    const stats = await lstat(join(folder, name)).catch(() => undefined);
    // `a-b` comes before `a/c`: the slash behind a folder's name takes part in the order.
    const key = Buffer.from(stats?.isDirectory() ? `${name}/` : name);
    keyed.push({ child: { name, stats }, key });
  }
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ child }) => child);
}

function addressOf(listed: string): string {
  return listed.split('/').map(escapeName).join('/');
}
