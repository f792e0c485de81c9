import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

import { escapeName, type Problem } from '../api/index.ts';
import type { IngestContext } from './context.ts';

/** Takes files, and the lines that the hash of a folder is made of. */
export interface ListHash {
  file(path: string, entry: string, size: number, modified: number): Promise<Problem | undefined>;
  line(text: string): void;
}

/** Reads a folder's files in the order of their names. Symbolic links are listed, never followed. */
export async function readFolder(top: string, list: ListHash, context: IngestContext): Promise<void> {
  const walk = async (folder: string, prefix: string): Promise<void> => {
    let names: string[];
    try {
      names = (await readdir(folder)).sort();
    } catch (error) {
      context.note('unreadable-path', `The folder cannot be read: ${(error as Error).message}`, prefix);
      return;
    }
    for (const name of names) {
      const path = join(folder, name);
      const entry = prefix === '' ? escapeName(name) : `${prefix}/${escapeName(name)}`;
      const found = await lstat(path).catch(() => undefined);
      context.count(0);
      if (!found) context.note('unreadable-path', 'It is gone or may not be looked at', entry);
      else if (found.isDirectory()) {
        context.begin({ path: context.nameFor(entry), kind: 'folder', modified: found.mtimeMs });
        await walk(path, entry);
      } else if (found.isSymbolicLink()) {
        const target = await readlink(path);
        list.line(`${entry}\0link\0${target}\n`);
        context.begin({
          path: context.nameFor(entry),
          kind: 'link',
          linkTarget: target,
          modified: found.mtimeMs,
        });
      } else if (!found.isFile()) {
        context.begin({ path: context.nameFor(entry), kind: 'other' });
      } else {
        const problem = await list.file(path, entry, found.size, found.mtimeMs);
        if (problem) context.note('unreadable-path', problem.detail, entry);
      }
    }
  };
  await walk(top, '');
}
