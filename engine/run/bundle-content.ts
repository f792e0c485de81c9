import type { AnyFact, EntryInfo, EntryPath, Problem, TextEntry } from '../api/index.ts';
import { textEntry } from '../text/text-entry.ts';
import type { FoundBundle } from './bundles.ts';
import { relativeTo } from './bundles.ts';
import type { Candidate, Collected, KeptText } from './collector.ts';
import type { CollectedEntry } from './entry-list.ts';
import type { LineState } from './line-reader.ts';
import { LinkTable } from './links.ts';

/** One text at one of a fact's places. `damaged`: its archive broke off inside it. */
export interface FoundText {
  readonly entry: TextEntry;
  readonly damaged: boolean;
}

/** What was gathered of one bundle, by addresses relative to its root. */
export interface BundleContent {
  readonly kind: string;
  /** Each is made when it is asked for. */
  entries(): IteratorObject<EntryInfo>;
  /** Why what is missing may be there all the same; undefined where everything was read. */
  readonly incomplete: string | undefined;
  textsFor(fact: AnyFact): { readonly texts: readonly FoundText[]; readonly problems: readonly Problem[] };
  linesFor(fact: AnyFact): LineState | undefined;
  /** Why nothing of a fact was read although a file of it is there. */
  unreadBecause(fact: AnyFact): string | undefined;
  /** The kept text of an entry, for excerpts. */
  textAt(path: EntryPath): TextEntry | undefined;
  find(path: EntryPath): CollectedEntry | undefined;
}

/** An entry whose text is wanted but was not kept: a link led to it, or it came before its link. */
export type MissingTexts = Set<EntryPath>;

export interface ContentParts {
  readonly collected: Collected;
  readonly bundle: FoundBundle;
  readonly fallbackKind: string;
  readonly incomplete: string | undefined;
  /** Takes down texts that a second read would bring. */
  readonly missing: MissingTexts;
  /** What a second read has brought. */
  readonly late: ReadonlyMap<EntryPath, KeptText>;
}

export function bundleContent(parts: ContentParts): BundleContent {
  const { collected, bundle, fallbackKind, incomplete, missing, late } = parts;
  const { root } = bundle;
  const kind = bundle.kind.id;
  const isFallback = kind === fallbackKind;
  const relative = (path: EntryPath): EntryPath => relativeTo(root, path) ?? path;
  const links = new LinkTable(collected.entries);
  const made = new Map<EntryPath, TextEntry>();

  const textOf = (path: EntryPath): FoundText | undefined => {
    const kept = collected.texts.get(path) ?? late.get(path);
    if (!kept) return undefined;
    const name = relative(path);
    let entry = made.get(name);
    if (!entry) {
      const { bytes, cut, firstLine, modified } = kept;
      const time = modified === undefined ? {} : { modified: new Date(modified) };
      entry = textEntry({ path: name, bytes, cut, firstLine, ...time });
      made.set(name, entry);
    }
    return { entry, damaged: kept.damaged };
  };

  return {
    kind,
    incomplete,
    *entries() {
      for (const entry of bundle.entries) yield infoOf(entry, relative(entry.path));
    },
    textsFor(fact) {
      const problems: Problem[] = [];
      const found = new Map<EntryPath, FoundText>();
      for (const path of placesOf(fact)) {
        const real = realPath(path, problems);
        const text = real === undefined ? undefined : textOf(real);
        if (text) found.set(text.entry.path, text);
        else if (real !== undefined && links.isLink(path)) missing.add(real);
      }
      return { texts: [...found.values()], problems };
    },
    linesFor(fact) {
      const own = collected.lineCandidates.filter(
        ({ lines, kind: of }) => lines.fact === fact && of === kind,
      );
      return own.find((candidate) => isFallback || candidate.root === root)?.lines;
    },
    unreadBecause: (fact) => collected.unread.find((one) => isOwn(one, fact))?.reason,
    textAt: (path) => made.get(path),
    find(path) {
      // What lies outside the only bundle of a source has its address from the top.
      const entry = bundle.entries.find(root === '' ? path : `${root}/${path}`) ?? bundle.entries.find(path);
      return entry && relative(entry.path) === path ? entry : undefined;
    },
  };

  function isOwn({ wanted, root: at, path }: Candidate, fact: AnyFact): boolean {
    if (wanted.fact !== fact || wanted.kind !== kind) return false;
    return isFallback ? relativeTo(root, path) !== undefined : at === root;
  }

  /** Entries at the fact's places, most trusted first, then those told by their content. */
  function placesOf(fact: AnyFact): readonly EntryPath[] {
    const own = collected.candidates.filter((one) => isOwn(one, fact));
    own.sort(
      (a, b) => a.wanted.rank - b.wanted.rank || depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1),
    );
    const told = isFallback ? collected.recognised.filter((one) => one.fact === fact) : [];
    return [...new Set([...own, ...told].map(({ path }) => path))];
  }

  function realPath(path: EntryPath, problems: Problem[]): EntryPath | undefined {
    if (!links.isLink(path)) return path;
    const end = links.follow(path, root);
    if (end.kind === 'entry') return end.path;
    const at = { entry: relative(path) };
    if (end.kind === 'outside') {
      problems.push({
        code: 'link-outside',
        detail: `${at.entry} leads out of the bundle to ${end.target}`,
        at,
      });
    } else {
      const where =
        end.kind === 'loop' ? 'in a circle, or over too many links' : `to ${end.target}, which is not there`;
      problems.push({ code: 'broken-link', detail: `${at.entry} leads ${where}`, at });
    }
    return undefined;
  }
}

function depth(path: EntryPath): number {
  return path.split('/').length;
}

function infoOf({ kind, size, modified, linkTarget }: CollectedEntry, path: EntryPath): EntryInfo {
  return {
    path,
    kind,
    size,
    ...(modified === undefined ? {} : { modified: new Date(modified) }),
    ...(linkTarget === undefined ? {} : { linkTarget }),
  };
}
