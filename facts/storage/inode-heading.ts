/**
 * Whether a heading of df counts inodes, in the languages that are often met:
 *
 *   Filesystem      Inodes  IUsed   IFree IUse% Mounted on
 */
export function countsInodes(header: string): boolean {
  return /i-?nodes?\b|inœuds|iノード|\bIUse/iu.test(header);
}
