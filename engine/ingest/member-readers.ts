import type { ByteReader } from './byte-reader.ts';
import type { EntryHeader } from './entry-sink.ts';

/** What an archive's reader does with its members. Paths are relative to the archive. */
export interface MemberReaders {
  /** Reads a member with content; the reader is at its end or may be left anywhere in it. */
  readMember(member: EntryHeader, content: ByteReader): Promise<void>;
  /**
   * Reads at once a member whose whole content is at hand, without a promise: an archive may hold a million of them.
   * False, with nothing done, for what needs `readMember`: an archive, a packed stream, a text with sections.
   */
  readSmall(member: EntryHeader, content: Uint8Array): boolean;
  /** Lists a member without content: a folder, a link, a device, a file that cannot be read. */
  listMember(member: EntryHeader): void;
}
