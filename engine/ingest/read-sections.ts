import { duplicateOf, sectionOf } from '../api/index.ts';
import type { ByteReader } from './byte-reader.ts';
import type { IngestContext } from './context.ts';
import type { EntryHeader } from './entry-sink.ts';

// #==[ Command ]======================================#
// # /bin/df -hT
const HEAD = Buffer.from('#==[ ');
const LF = 0x0a;

/** True for a text that is made of sections, as supportconfig writes them. */
export function startsWithSections(path: string, head: Uint8Array): boolean {
  if (!path.toLowerCase().endsWith('.txt')) return false;
  const found = Buffer.from(head).indexOf(HEAD);
  return found === 0 || (found > 0 && head[found - 1] === LF);
}

/** Lists the file, gives its whole content where it is wanted, and then each section as an entry of its own. */
export async function readSections(
  header: EntryHeader,
  body: ByteReader,
  context: IngestContext,
): Promise<void> {
  const parts: Buffer[] = [];
  let size = 0;
  for (let part = await body.read(); part; part = await body.read()) {
    context.count(part.length);
    size += part.length;
    if (size > context.limits.sectionBytes) {
      context.note(
        'limit-section-bytes',
        `Only the first ${context.limits.sectionBytes} bytes were read`,
        header.path,
      );
      break;
    }
    parts.push(Buffer.from(part));
  }
  const bytes = Buffer.concat(parts);
  const state = body.broken || size > context.limits.sectionBytes ? 'cut' : 'whole';
  give({ ...header, size: bytes.length, holds: 'sections' }, bytes, state, context);
  const seen = new Map<string, number>();
  for (const { name, from, to, line } of sectionsIn(bytes)) {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const path = duplicateOf(sectionOf(header.path, name), count);
    const { modified } = header;
    const time = modified === undefined ? {} : { modified };
    const last = to === bytes.length ? state : 'whole';
    give(
      { path, kind: 'file', size: to - from, firstLine: line, ...time },
      bytes.subarray(from, to),
      last,
      context,
    );
  }
}

function give(header: EntryHeader, bytes: Buffer, state: 'whole' | 'cut', context: IngestContext): void {
  if (!context.begin(header)) return;
  context.sink.chunk(bytes);
  context.sink.end(state);
}

interface Section {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Number of the first line of the content. */
  readonly line: number;
}

/** Sections with a name; a head whose next line is no `# name` belongs to the section before it. */
function sectionsIn(bytes: Buffer): readonly Section[] {
  const heads: { name: string; headAt: number; from: number; line: number }[] = [];
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const end = bytes.indexOf(LF, at);
    const next = end === -1 ? bytes.length : end + 1;
    if (bytes.subarray(at, at + HEAD.length).equals(HEAD)) {
      const nameEnd = bytes.indexOf(LF, next);
      const named = bytes.toString('utf8', next, nameEnd === -1 ? bytes.length : nameEnd).trim();
      if (named.startsWith('# ') && nameEnd !== -1) {
        heads.push({
          name: named.slice(2).trim().slice(0, 500),
          headAt: at,
          from: nameEnd + 1,
          line: line + 2,
        });
      }
    }
    at = next;
  }
  return heads.map(({ name, from, line: first }, index) => ({
    name,
    from,
    to: heads[index + 1]?.headAt ?? bytes.length,
    line: first,
  }));
}
