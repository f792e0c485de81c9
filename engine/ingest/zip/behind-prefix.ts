import type { RandomAccess } from '../random-access.ts';
import { findEnd } from './end-record.ts';

// bundle.zip, collector.exe, collector.run
const NAMED_AS_ZIP = /\.(?:zip|exe|run|sfx)$/iu;

/**
 * True for a zip behind a program that unpacks it: a file that is nothing else by its first bytes, is named like one,
 * and has the directory of a zip at its end.
 */
export async function isZipBehindPrefix(
  format: string | undefined,
  name: string,
  file: RandomAccess,
): Promise<boolean> {
  const isProgram = format === 'elf' || format === 'exe';
  if ((format !== undefined && !isProgram) || !NAMED_AS_ZIP.test(name)) return false;
  const end = await findEnd(file);
  return end.kind === 'found' && end.place.count > 0;
}
