import { memberOf, type EntryPath } from '../api/index.ts';
import type { ByteReader } from './byte-reader.ts';
import type { IngestContext } from './context.ts';
import { detectFormat, HEAD_BYTES } from './detect.ts';
import type { EntryHeader } from './entry-sink.ts';
import type { MemberReaders } from './member-readers.ts';
import { startsWithSections } from './read-sections.ts';

/** Reads the content of an entry whose address is settled. */
type ReadContent = (header: EntryHeader, content: ByteReader) => Promise<void>;

/** What becomes of the members of one archive: each gets its address, and those too deep are left out. */
export function archiveMembers(
  archive: EntryPath,
  context: IngestContext,
  readContent: ReadContent,
): MemberReaders {
  const addressed = (member: EntryHeader): EntryHeader | undefined => {
    const path = memberOf(archive, member.path);
    return context.admits(path) ? { ...member, path: context.nameFor(path) } : undefined;
  };
  return {
    async readMember(member, content) {
      const header = addressed(member);
      if (header) await readContent(header, content);
    },
    readSmall(member, content) {
      if (!isPlain(member, content) || content.length > context.limits.entryBytes) return false;
      const header = addressed(member);
      if (header) give(header, content, context);
      return true;
    },
    listMember(member) {
      const header = addressed(member);
      // Whoever asks for what cannot be given gets none of it.
      if (header && context.begin(header)) context.sink.end('cut');
    },
  };
}

function isPlain(member: EntryHeader, content: Uint8Array): boolean {
  if (content.length === 0) return true;
  return (
    detectFormat(content.subarray(0, HEAD_BYTES)) === undefined && !startsWithSections(member.path, content)
  );
}

function give(header: EntryHeader, content: Uint8Array, context: IngestContext): void {
  if (!context.begin(header)) return;
  context.count(content.length);
  if (content.length > 0) context.sink.chunk(content);
  context.sink.end('whole');
}
