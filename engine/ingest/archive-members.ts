import { memberOf, type EntryPath } from '../api/index.ts';
import type { IngestContext } from './context.ts';
import { detectFormat } from './detect.ts';
import type { EntryHeader } from './entry-sink.ts';
import type { MemberReaders } from './member-readers.ts';
import { isNamedAsArchive, tailOf } from './misnamed.ts';
import { startsWithSections } from './read-sections.ts';

/** Reads the content of an entry whose address is settled. */
type ReadContent = MemberReaders['read'];

/** What becomes of the members of one archive: each gets its address, and those too deep are left out. */
export function archiveMembers(
  archive: EntryPath,
  context: IngestContext,
  readContent: ReadContent,
): MemberReaders {
  return {
    admit(member) {
      const path = memberOf(archive, member.path);
      return context.admits(path) ? { ...member, path: context.nameFor(path) } : undefined;
    },
    read: readContent,
    readSmall(member, content) {
      if (!isPlain(member, content) || content.length > context.limits.entryBytes) return false;
      give(member, content, context);
      return true;
    },
    list(member) {
      // Whoever asks for what cannot be given gets none of it.
      if (context.begin(member)) context.sink.end('cut');
    },
  };
}

function isPlain(member: EntryHeader, content: Uint8Array): boolean {
  if (content.length === 0) return true;
  return (
    detectFormat(content) === undefined &&
    !startsWithSections(member.path, content) &&
    !isNamedAsArchive(member.path) &&
    tailOf(member.path) === undefined
  );
}

function give(header: EntryHeader, content: Uint8Array, context: IngestContext): void {
  if (!context.begin(header)) return;
  context.count(content.length);
  if (content.length > 0) context.sink.chunk(content);
  context.sink.end('whole');
}
