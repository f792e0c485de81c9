/**
 * Compares two versions part by part, numerically: 8.10 is above 8.7, and 101.98.89 is below 101.23052.0009.
 * Parts are parted by any run of other characters; a missing part counts as 0. Text parts (rc1, el8) are ignored.
 * @returns negative, zero or positive, as for `Array.sort`
 */
export function compareVersions(a: string, b: string): number {
  const left = versionParts(a);
  const right = versionParts(b);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The numbers of a version, up to the first part that does not begin with a digit. */
export function versionParts(version: string): readonly number[] {
  const parts: number[] = [];
  for (const part of version.trim().split(/[.\-_+~:]/u)) {
    const digits = /^\d+/u.exec(part);
    if (!digits) break;
    parts.push(Number(digits[0]));
  }
  return parts;
}

/** True where `version` begins with a number at all. */
export function isVersion(version: string): boolean {
  return /^\s*\d/u.test(version);
}
