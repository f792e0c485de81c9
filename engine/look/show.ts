import type { EntryPath } from '../api/index.ts';
import type { EntryHeader } from '../ingest/entry-sink.ts';
import type { Source } from '../ingest/source.ts';
import { LinkTable } from '../run/links.ts';
import { EntryList, type CollectedEntry } from '../run/entry-list.ts';
import { NearNames } from './near-names.ts';
import type { LookEnd, LookOptions, ShownEntry, ShowRequest } from './protocol.ts';
import { readFor, type LookSink } from './read-for.ts';
import { ShownContent } from './shown-content.ts';
import { wantedAddresses, type WantedAddress } from './wanted-address.ts';

/** Folders above a link that an absolute target may begin at: a bundle mirrors a host from one of them. */
const MOST_ROOTS = 4;

/**
 * Gives lines or bytes of one entry while a source is read, and reads no further than them. Where nothing has the
 * address itself, a second reading takes what it leads to: the target of a link, or the one entry that ends like it,
 * for reports give addresses from the root of the bundle.
 */
export async function show(source: Source, request: ShowRequest, options: LookOptions): Promise<LookEnd> {
  const wanted = wantedAddresses(request.address);
  const first = new ShowSink(wanted, request.bytes, options);
  const end = await readFor(source, first, request, options);
  const others = source.kind === 'stream' ? [] : first.leadsTo();
  if (first.shown || others.length === 0 || end.ended === 'cancelled') return endOf(end, first, first);
  const second = new ShowSink(others, request.bytes, options);
  return endOf(await readFor(source, second, request, options), second, first);
}

function endOf(end: Omit<LookEnd, 'lines' | 'shown'>, sink: ShowSink, first: ShowSink): LookEnd {
  const { shown = first.missing() } = sink;
  return { ...end, lines: sink.lines, shown };
}

class ShowSink implements LookSink {
  readonly #wanted: readonly WantedAddress[];
  readonly #bytes: boolean;
  readonly #options: LookOptions;
  readonly #near: NearNames;
  readonly #links = new EntryList();
  #content: ShownContent | undefined;
  #without: ShownEntry | undefined;
  #whole: ShownEntry | undefined;
  lines = 0;

  constructor(wanted: readonly WantedAddress[], bytes: boolean, options: LookOptions) {
    this.#wanted = wanted;
    this.#bytes = bytes;
    this.#options = options;
    this.#near = new NearNames(wanted.map(({ path }) => path));
  }

  get hasEnough(): boolean {
    return this.#whole !== undefined;
  }

  get shown(): ShownEntry | undefined {
    return this.#whole ?? this.#without;
  }

  begin(header: EntryHeader): boolean {
    const { path, kind, linkTarget } = header;
    const wanted = this.#wanted.find((one) => one.path === path);
    if (linkTarget !== undefined) this.#links.add(linkOf(header, linkTarget));
    else if (!wanted) this.#near.see(path);
    else if (kind !== 'file' || header.holds === 'members') {
      const what = header.holds === 'members' ? 'archive' : kind === 'folder' ? 'folder' : 'other';
      this.#without ??= { status: 'no-content', path, what };
    } else {
      this.#content = new ShownContent(header, wanted, this.#bytes, this.#options);
      return true;
    }
    return false;
  }

  chunk(bytes: Uint8Array): boolean {
    return this.#content?.chunk(bytes) ?? false;
  }

  end(state: 'whole' | 'cut'): void {
    const content = this.#content;
    if (!content) return;
    content.end();
    this.#content = undefined;
    this.lines = content.lines;
    // What was wanted lies before the place where reading stopped.
    const status = content.isDone ? 'whole' : state;
    this.#whole = { status, path: content.path, lines: content.linesSeen };
  }

  missing(): ShownEntry {
    return { status: 'missing', near: this.#near.near, several: this.#near.endingCount > 1 };
  }

  /** Other addresses that were meant, with the lines that are asked for. */
  leadsTo(): readonly WantedAddress[] {
    const table = new LinkTable(this.#links);
    const targets = this.#wanted.flatMap((one) =>
      rootsOf(one.path).flatMap((root) => {
        const end = table.follow(one.path, root);
        // The table knows links alone: where it calls a link broken, the target may be a file all the same.
        const target = end.kind === 'entry' ? end.path : end.kind === 'broken' ? end.target : one.path;
        return target === one.path ? [] : [{ ...one, path: target }];
      }),
    );
    const [ending, ...more] = this.#near.ending;
    if (targets.length > 0 || ending === undefined || more.length > 0) return targets;
    return this.#wanted
      .filter(({ path }) => ending.endsWith(`/${path}`))
      .map((one) => ({ ...one, path: ending }));
  }
}

function linkOf({ path, hardLink }: EntryHeader, linkTarget: string): CollectedEntry {
  return { path, kind: 'link', size: 0, linkTarget, ...(hardLink ? { hardLink } : {}) };
}

function rootsOf(path: EntryPath): readonly EntryPath[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))].slice(0, MOST_ROOTS);
}
