import type { ByteReader } from './byte-reader.ts';
import type { EntryHeader } from './entry-sink.ts';

/** What an archive's reader does with its members. Paths are relative to the archive. */
export interface MemberReaders {
  /** Reads a member with content; the reader is at its end or may be left anywhere in it. */
  readMember(member: EntryHeader, content: ByteReader): Promise<void>;
  /** Lists a member without content: a folder, a link, a device. */
  listMember(member: EntryHeader): void;
}
