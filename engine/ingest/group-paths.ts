import { open, stat } from 'node:fs/promises';

import { detectFormat, MOST_HEAD_BYTES } from './detect.ts';
import { isNamedAsArchive } from './misnamed.ts';
import { fileAccess } from './random-access.ts';
import type { Source } from './source.ts';
import { isZipBehindPrefix } from './zip/behind-prefix.ts';

/**
 * Sorts what a user hands over: folders and archives are sources of their own, loose texts make one bundle together,
 * `-` is standard input.
 */
export async function groupPaths(paths: readonly string[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  const loose: string[] = [];
  for (const path of paths) {
    if (path === '-') sources.push({ kind: 'stream', name: 'standard input', stream: process.stdin });
    else if (await isLoose(path)) loose.push(path);
    else sources.push({ kind: 'path', path });
  }
  return loose.length > 0 ? [...sources, { kind: 'loose', paths: loose }] : sources;
}

/** A file with content that is no archive, nor named as one. What cannot be read is a source, so that its reader says why. */
async function isLoose(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() || found.size === 0 || isNamedAsArchive(path)) return false;
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_HEAD_BYTES), 0, MOST_HEAD_BYTES, 0);
    if (detectFormat(buffer.subarray(0, bytesRead)) !== undefined) return false;
    return !(await isZipBehindPrefix(undefined, path, fileAccess(file, found.size)));
  } finally {
    await file.close();
  }
}
