import type { Spool } from './spool.ts';

/** An entry as an archive is told of it. */
export interface WrittenEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
  /** Milliseconds since 1970, UTC. */
  readonly modified?: number | undefined;
  readonly linkTarget?: string | undefined;
  readonly hardLink?: boolean | undefined;
}

/** Writes entries one after the other. A file's content is let go with it. */
export interface ArchiveWriter {
  /** False where the form cannot hold it. */
  add(entry: WrittenEntry, content?: Spool): boolean;
  end(): void;
}

/** The bytes of a name, stray ones too: each is a lone surrogate in the text. */
export function nameBytes(name: string): Buffer {
  if (name.isWellFormed()) return Buffer.from(name, 'utf8');
  const parts = name.split(/([\u{dc80}-\u{dcff}])/u);
  return Buffer.concat(
    parts.map((part) =>
      part.length === 1 && !part.isWellFormed()
        ? Buffer.of(part.charCodeAt(0) & 0xff)
        : Buffer.from(part, 'utf8'),
    ),
  );
}
