import type { EntryPath } from '../api/index.ts';
import type { CollectedEntry, EntryList } from './entry-list.ts';

/** Where a link leads inside the source, or why it leads nowhere. */
export type LinkEnd =
  | { readonly kind: 'entry'; readonly path: EntryPath }
  | { readonly kind: 'outside' | 'broken' | 'loop'; readonly target: string };

/** Linux follows 40 links before it gives up. */
const MOST_HOPS = 40;

/**
 * Follows symbolic and hard links within the entries of a source; the host's own files are out of reach.
 * Absolute targets begin at the bundle's root, for a bundle mirrors a host.
 */
export class LinkTable {
  readonly #entries: EntryList;

  constructor(entries: EntryList) {
    this.#entries = entries;
  }

  /** True for a link, and for what lies behind one that stands for a folder and has no entry of its own. */
  isLink(path: EntryPath): boolean {
    return (
      this.#linkAt(path) !== undefined || (!this.#entries.find(path) && this.#firstLink(path) !== undefined)
    );
  }

  follow(path: EntryPath, root: EntryPath): LinkEnd {
    let at = path;
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const link = this.#firstLink(at);
      if (!link) return this.#entries.find(at) ? { kind: 'entry', path: at } : { kind: 'broken', target: at };
      const target = link.linkTarget ?? '';
      const top = archiveTop(link.path);
      const rest = at.slice(link.path.length);
      const base = link.hardLink ? top : target.startsWith('/') ? root : folderOf(link.path);
      // A hard link names an entry of its archive; a symbolic one stays in its bundle as well.
      const floor = !link.hardLink && isBelow(link.path, root) && root.length > top.length ? root : top;
      const resolved = joined(base, target, floor);
      if (resolved === undefined) return { kind: 'outside', target };
      at = resolved === '' ? rest.slice(1) : resolved + rest;
    }
    return { kind: 'loop', target: path };
  }

  /** The entry itself or the nearest folder above it that is a link. */
  #firstLink(path: EntryPath): CollectedEntry | undefined {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      const link = this.#linkAt(path.slice(0, end));
      if (link) return link;
    }
    return this.#linkAt(path);
  }

  #linkAt(path: EntryPath): CollectedEntry | undefined {
    const entry = this.#entries.find(path);
    return entry?.linkTarget === undefined ? undefined : entry;
  }
}

/** The prefix of an address up to the innermost archive: a link cannot leave it. */
function archiveTop(path: EntryPath): EntryPath {
  let top = 0;
  // From the front, for a doubled mark is a literal one: `odd!!/x` is a file in a folder.
  for (let at = path.indexOf('!'); at !== -1; at = path.indexOf('!', at)) {
    if (path[at + 1] === '/') top = at + 1;
    at += path[at + 1] === '!' ? 2 : 1;
  }
  return path.slice(0, top);
}

function isBelow(path: EntryPath, root: EntryPath): boolean {
  return root === '' || path.startsWith(`${root}/`);
}

function folderOf(path: EntryPath): EntryPath {
  const cut = path.lastIndexOf('/');
  return cut === -1 ? '' : path.slice(0, cut);
}

function joined(base: EntryPath, target: string, top: EntryPath): EntryPath | undefined {
  const floor = top === '' ? 0 : top.split('/').length;
  const parts = base === '' ? [] : base.split('/');
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part.replaceAll('!', '!!'));
    else if (parts.length > floor) parts.pop();
    else return undefined;
  }
  return parts.join('/');
}
