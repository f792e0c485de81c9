import { createHash } from 'node:crypto';

/** What makes a finding the same the next time, in 16 hexadecimal digits. */
export function fingerprintOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
