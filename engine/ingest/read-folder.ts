import type { Stats } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';

import type { Problem } from '../api/index.ts';
import type { IngestContext } from './context.ts';
import { addressOf, decodeName } from './entry-name.ts';

/** Takes files, and the lines that the hash of a folder is made of. */
export interface FolderReader {
  file(file: ListedFile): Promise<Problem | undefined>;
  line(...parts: readonly (string | Uint8Array)[]): void;
}

/** A file on disk that belongs to a source of several. */
export interface ListedFile {
  /** Bytes where a folder gave it: no encoding is promised there, and no link is followed. */
  readonly path: string | Buffer;
  /** Its address in the bundle. */
  readonly entry: string;
  /** Its name in the list that is hashed: relative, `/` between the parts, nothing escaped. */
  readonly listed: string | Buffer;
  readonly size: number;
  readonly modified: number;
}

const SLASH = Buffer.from('/');

/**
 * Reads a folder's files in the order of the bytes of their whole paths, in which the hash of a folder lists them.
 * Symbolic links are listed, never followed; what is neither file nor folder is never opened.
 */
export async function readFolder(top: string, reader: FolderReader, context: IngestContext): Promise<void> {
  const from = Buffer.from(top);
  // A stack of our own, the next on its top: trees may be deeper than that of the language.
  const left = await childrenOf({ path: from, listed: Buffer.alloc(0) }, context);
  for (let child = left.pop(); child; child = left.pop()) {
    context.count(0);
    const entry = addressOf(decodeName(child.listed));
    if (!context.admits(entry)) continue;
    await readChild(child, entry, reader, context);
    if (!child.stats?.isDirectory()) continue;
    for (const next of await childrenOf(child, context)) left.push(next);
  }
}

interface Child {
  readonly path: Buffer;
  /** The path below the folder that was opened. */
  readonly listed: Buffer;
  /** Undefined where it may not be looked at. */
  readonly stats?: Stats | undefined;
}

async function readChild(
  { path, listed, stats }: Child,
  entry: string,
  reader: FolderReader,
  context: IngestContext,
): Promise<void> {
  if (!stats) return context.note('unreadable-path', 'It is gone or may not be looked at', entry);
  const modified = stats.mtimeMs;
  if (stats.isDirectory()) {
    context.begin({ path: context.nameFor(entry), kind: 'folder', modified });
  } else if (stats.isSymbolicLink()) {
    const target = await readlink(path, { encoding: 'buffer' }).catch(() => undefined);
    if (!target) return context.note('unreadable-path', 'The link is gone or may not be looked at', entry);
    reader.line(listed, '\0link\0', target, '\n');
    context.begin({ path: context.nameFor(entry), kind: 'link', linkTarget: decodeName(target), modified });
  } else if (!stats.isFile()) {
    context.begin({ path: context.nameFor(entry), kind: 'other' });
  } else {
    const problem = await reader.file({ path, entry, listed, size: stats.size, modified });
    if (problem) context.note('unreadable-path', problem.detail, entry);
  }
}

/** What lies in a folder, so sorted that the last of the list, taken first, has the lowest whole path. */
async function childrenOf(folder: Child, context: IngestContext): Promise<Child[]> {
  let names: readonly Buffer[];
  try {
    names = await readdir(folder.path, { encoding: 'buffer' });
  } catch (error) {
    const entry = addressOf(decodeName(folder.listed));
    context.note('unreadable-path', `The folder cannot be read: ${(error as Error).message}`, entry);
    return [];
  }
  const keyed: { readonly child: Child; readonly key: Buffer }[] = [];
  for (const name of names) {
    const path = Buffer.concat([folder.path, SLASH, name]);
    const listed = folder.listed.length === 0 ? name : Buffer.concat([folder.listed, SLASH, name]);
    const stats = await lstat(path).catch(() => undefined);
    // `a-b` comes before `a/c`: the slash behind a folder's name takes part in the order.
    const key = stats?.isDirectory() ? Buffer.concat([name, SLASH]) : name;
    keyed.push({ child: { path, listed, stats }, key });
  }
  return keyed.sort((a, b) => Buffer.compare(b.key, a.key)).map(({ child }) => child);
}
