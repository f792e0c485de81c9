import type { ByteReader } from './byte-reader.ts';
import type { EntryHeader } from './entry-sink.ts';

/**
 * What an archive's reader does with its members: `admit` each, whose paths are relative to the archive, then read or
 * list what it gave.
 */
export interface MemberReaders {
  /** The member with its address, unlike all before it; undefined, told, where it is left out. */
  admit(member: EntryHeader): EntryHeader | undefined;
  /** Reads a member with content; the reader is at its end or may be left anywhere in it. */
  read(member: EntryHeader, content: ByteReader): Promise<void>;
  /**
   * Reads at once a member whose whole content is at hand, without a promise: an archive may hold a million of them.
   * False, with nothing done, for what needs `read`: an archive, a packed stream, a text with sections.
   */
  readSmall(member: EntryHeader, content: Uint8Array): boolean;
  /** Lists a member without content: a folder, a link, a device, a file that cannot be read. */
  list(member: EntryHeader): void;
}
