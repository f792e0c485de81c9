import type { BundleKind, Domain, EntryPath } from '../api/index.ts';
import type { Collected } from './collector.ts';
import { EntryList } from './entry-list.ts';
import { placeFits, segmentsOf } from './places.ts';

/** A bundle found in a source: where it begins, what it is, and the entries that are its own. */
export interface FoundBundle {
  readonly root: EntryPath;
  readonly kind: BundleKind;
  readonly entries: EntryList;
}

/**
 * Settles, after the pass, where bundles begin. A root that shows a marker is a bundle; one that lies in a known
 * part of another belongs to it. Without any marker all is one bundle of the fallback kind.
 */
export function bundlesIn(collected: Collected, domain: Domain): readonly FoundBundle[] {
  const roots = withoutParts(markedRoots(collected, domain));
  const fallback = domain.kinds.find((kind) => kind.fallback);
  if (roots.length === 0) {
    const lines = collected.lineCandidates.filter(({ lines: { fact } }) => !fact.looksEverywhere);
    const known = collected.candidates.length + collected.recognised.length + lines.length;
    if (known === 0 || !fallback) return [];
    return [{ root: commonFolder(collected.entries), kind: fallback, entries: collected.entries }];
  }
  const [only, ...others] = roots;
  if (only && others.length === 0) return [{ ...only, entries: collected.entries }];
  const bundles = [...roots]
    .sort((a, b) => (a.root < b.root ? -1 : 1))
    .map(({ root, kind }) => ({ root, kind, entries: new EntryList() }));
  for (const entry of collected.entries) {
    const root = innermost(entry.path, roots);
    bundles.find((bundle) => bundle.root === root)?.entries.add(entry);
  }
  return bundles;
}

/** The address of an entry relative to a root; undefined where it lies elsewhere. */
export function relativeTo(root: EntryPath, path: EntryPath): EntryPath | undefined {
  if (root === '') return path;
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

interface Root {
  readonly root: EntryPath;
  readonly kind: BundleKind;
}

function markedRoots(collected: Collected, domain: Domain): readonly Root[] {
  const { markers } = collected;
  const fallback = domain.kinds.find((kind) => kind.fallback);
  const seen = new Map<EntryPath, Set<string>>();
  for (const { root, marker } of markers) {
    const marks = seen.get(root) ?? new Set<string>();
    seen.set(root, marks.add(`${marker.kind} ${marker.way} ${marker.address}`));
  }
  const roots: Root[] = [];
  for (const [root, marks] of seen) {
    const kind = domain.kinds.find(({ id, markers: ways }) =>
      ways.some((addresses, way) => addresses.every((_, address) => marks.has(`${id} ${way} ${address}`))),
    );
    const holdsMore = kind?.foldersOnly && fallback && hasFileOf(fallback, root, collected);
    if (kind) roots.push({ root, kind: holdsMore ? fallback : kind });
  }
  return roots.sort((a, b) => a.root.length - b.root.length || (a.root < b.root ? -1 : 1));
}

/** Whether a file that the kind reads lies in the root itself. */
function hasFileOf({ id }: BundleKind, root: EntryPath, { candidates }: Collected): boolean {
  return candidates.some(
    ({ path, wanted }) => wanted.kind === id && relativeTo(root, path)?.includes('/') === false,
  );
}

/** Drops the roots that are parts of an outer one. Outer roots come first. */
function withoutParts(roots: readonly Root[]): readonly Root[] {
  const kept: Root[] = [];
  for (const candidate of roots) {
    const isPart = kept.some(({ root, kind }) => {
      const relative = relativeTo(root, candidate.root)?.replaceAll('!/', '/').replace(/!$/u, '');
      return relative !== undefined && (kind.parts ?? []).some((part) => leadsWith(part, relative));
    });
    if (!isPart) kept.push(candidate);
  }
  return kept;
}

function leadsWith(part: string, relative: EntryPath): boolean {
  if (part === '**') return true;
  const parts = relative.split('/');
  return parts.some((_, index) => placeFits(part, parts.slice(0, index + 1).join('/')));
}

function innermost(path: EntryPath, roots: readonly Root[]): EntryPath | undefined {
  let found: EntryPath | undefined;
  for (const { root } of roots) {
    if (relativeTo(root, path) !== undefined && root.length >= (found?.length ?? 0)) found = root;
  }
  return found;
}

/** The folder that holds all files, as archives often have one at their top. */
function commonFolder(entries: EntryList): EntryPath {
  let common: string[] | undefined;
  for (const { path, kind } of entries) {
    if (kind !== 'file') continue;
    const folder = segmentsOf(path).slice(0, -1);
    if (!common) common = folder;
    else {
      const differs = common.findIndex((part, index) => part !== folder[index]);
      if (differs !== -1) common = common.slice(0, differs);
    }
  }
  return (common ?? []).join('/');
}
