import type { EntryPath } from './location.ts';

/*
 * One grammar for a place, everywhere. '!' is the only special character:
 *
 *   var/log/messages               a file
 *   mde_diagnostic.zip!/etc/x      a member of a nested archive
 *   fs-diskio.txt!#/bin/mount      a section of a file, by its command
 *   etc/hosts!@2                   the second entry of that name
 *   odd!!name                      a literal '!' in a name
 */

/** Writes a raw name so that it can stand in an address. */
export function escapeName(name: string): EntryPath {
  return name.includes('!') ? name.replaceAll('!', '!!') : name;
}

/** The raw name behind an escaped one. */
export function unescapeName(name: EntryPath): string {
  return name.includes('!!') ? name.replaceAll('!!', '!') : name;
}

/** The address of a member of a nested archive. Both sides are already escaped. */
export function memberOf(container: EntryPath, member: EntryPath): EntryPath {
  return container === '' ? member : `${container}!/${member}`;
}

/** The address of a section of a file. */
export function sectionOf(file: EntryPath, section: string): EntryPath {
  return `${file}!#${escapeName(section)}`;
}

/** The address of the n-th entry of one name, counting from 1; the first has no mark. */
export function duplicateOf(path: EntryPath, count: number): EntryPath {
  return count > 1 ? `${path}!@${count}` : path;
}
