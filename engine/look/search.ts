import type { EntryPath } from '../api/index.ts';
import type { EntryHeader } from '../ingest/entry-sink.ts';
import type { Source } from '../ingest/source.ts';
import { PlaceIndex } from '../run/places.ts';
import { compileQuery } from '../search/compile-query.ts';
import type { FoundLine } from '../search/found-line.ts';
import { LineSearch } from '../search/line-search.ts';
import type { LineMatcher } from '../search/query.ts';
import { AsUtf8 } from '../text/as-utf8.ts';
import type { LookAnswer, LookOptions, SearchRequest } from './protocol.ts';
import { readFor, type LookSink } from './read-for.ts';

/** Searches a source while it is read, once, and keeps nothing of it. */
export async function search(
  source: Source,
  request: SearchRequest,
  options: LookOptions,
): Promise<LookAnswer> {
  const compiled = compileQuery(request.query);
  if (!compiled.ok) return compiled;
  const sink = new SearchSink(request, compiled.matcher, options);
  const end = await readFor(source, sink, request, options);
  return { ok: true, end: { ...end, lines: sink.lines } };
}

class SearchSink implements LookSink {
  readonly #request: SearchRequest;
  readonly #matcher: LineMatcher;
  readonly #give: LookOptions['give'];
  readonly #places = new PlaceIndex<true>();
  #entry: EntryPath = '';
  /** The file whose sections follow, where its lines were searched already. */
  #searchedFile: EntryPath | undefined;
  #search: LineSearch | undefined;
  #asUtf8 = new AsUtf8();
  #found: FoundLine[] = [];
  #binary = false;
  #count = 0;
  lines = 0;
  hasEnough = false;

  constructor(request: SearchRequest, matcher: LineMatcher, { give }: LookOptions) {
    this.#request = request;
    this.#matcher = matcher;
    this.#give = give;
    for (const place of request.places) this.#places.add(place, true);
  }

  begin(header: EntryHeader): boolean {
    const { path, kind, holds } = header;
    if (kind !== 'file' || holds === 'members' || !this.#isWanted(path)) return false;
    if (this.#searchedFile !== undefined && path.startsWith(`${this.#searchedFile}!#`)) return false;
    this.#searchedFile = holds === 'sections' ? path : undefined;
    this.#entry = path;
    this.#begin(header.firstLine ?? 1);
    return true;
  }

  chunk(bytes: Uint8Array): boolean {
    const wants = this.#search?.chunk(this.#asUtf8.chunk(bytes)) ?? false;
    this.#giveFound();
    return wants && !this.hasEnough;
  }

  end(): void {
    this.#search?.chunk(this.#asUtf8.end());
    this.#search?.end();
    this.#giveFound();
    if (this.#request.countOnly && this.#count > 0)
      this.#part({ kind: 'count', entry: this.#entry, lines: this.#count });
  }

  #isWanted(path: EntryPath): boolean {
    return this.#request.places.length === 0 || this.#places.match(path).length > 0;
  }

  #begin(firstLine: number): void {
    this.#asUtf8 = new AsUtf8();
    this.#count = 0;
    this.#search = new LineSearch({
      matcher: this.#matcher,
      firstLine,
      context: this.#request.countOnly ? 0 : this.#request.context,
      found: (line) => this.#take(line),
      foundInBinary: () => {
        this.#binary = true;
        this.#countOne();
      },
    });
  }

  #take(line: FoundLine): boolean {
    if (!line.context) this.#countOne();
    if (!this.#request.countOnly) this.#found.push(line);
    return !this.hasEnough;
  }

  #countOne(): void {
    this.#count++;
    this.lines++;
  }

  #giveFound(): void {
    const lines = this.#found;
    const binary = this.#binary;
    if (this.#request.countOnly || (lines.length === 0 && !binary)) return;
    this.#found = [];
    this.#binary = false;
    this.#part({ kind: 'lines', entry: this.#entry, lines, binary });
  }

  #part(part: Parameters<LookOptions['give']>[0]): void {
    if (!this.hasEnough && !this.#give(part)) this.hasEnough = true;
  }
}
