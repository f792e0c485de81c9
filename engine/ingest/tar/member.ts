import { addressOf } from '../entry-name.ts';
import type { EntryHeader } from '../entry-sink.ts';
import type { TarHeader } from './header.ts';
import type { TarMeta } from './pax.ts';

/** Larger than any archive, and still a safe number once rounded up to blocks. */
const MOST_SIZE = 2 ** 52;

type Member = { -readonly [Key in keyof EntryHeader]: EntryHeader[Key] };

/** What entries of GNU in front of an entry say of it. */
export interface LongNames {
  readonly path?: string;
  readonly linkTarget?: string;
}

/** The entry that a header stands for; records in front of it have the last word. */
export function memberOf(header: TarHeader, meta: TarMeta, long: LongNames = {}): Member {
  const name = meta.sparse?.name ?? meta.path ?? long.path ?? header.name;
  const kind = kindOf(header.type, name);
  const member: Member = { path: addressOf(name), kind };
  const modified = meta.modified ?? header.modified;
  if (modified !== undefined) member.modified = modified;
  if (kind === 'file') member.size = sizeOf(header, meta) ?? 0;
  if (kind === 'link') member.linkTarget = meta.linkTarget ?? long.linkTarget ?? header.linkTarget;
  if (header.type === '1') member.hardLink = true;
  return member;
}

/** Bytes of the body; undefined where the header gives no number. */
export function sizeOf(header: TarHeader, meta: TarMeta): number | undefined {
  const size = meta.size ?? header.size;
  return size === undefined ? undefined : Math.min(size, MOST_SIZE);
}

/** Kinds that are not known are files, as POSIX asks. */
function kindOf(type: string, name: string): EntryHeader['kind'] {
  switch (type) {
    case '1':
    case '2':
      return 'link';
    case '5':
    case 'D': // with a list of its files, as GNU writes it into incremental backups
      return 'folder';
    case '3':
    case '4':
    case '6':
      return 'other';
    default:
      // v7 has no kind for folders.
      return name.endsWith('/') ? 'folder' : 'file';
  }
}
