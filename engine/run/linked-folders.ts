import type { EntryPath } from '../api/index.ts';
import type { FoundBundle } from './bundles.ts';
import type { Candidate } from './collector.ts';
import type { CollectedEntry, EntryList } from './entry-list.ts';
import { LinkTable } from './links.ts';
import type { Plan } from './plan.ts';

/** Addresses that links to folders may add: an archive may have thousands of links to its largest folder. */
const MOST_ADDED = 100_000;

/**
 * Places of facts that are reached through a link which stands for a folder: `lib/systemd/system/x.service` where
 * `lib` leads to `usr/lib`. They bear the address with the link in it, which a link table leads to the entry.
 */
export function linkedCandidates(
  { entries: own, root }: FoundBundle,
  all: EntryList,
  { places }: Plan,
): readonly Candidate[] {
  const links = Iterator.from(own)
    .filter(
      ({ path, linkTarget, hardLink }) =>
        linkTarget !== undefined && !hardLink && places.hasFolder(nameOf(path)),
    )
    .toArray();
  if (links.length === 0) return [];
  const byTarget = targetsOf(links, new LinkTable(all), root);
  const found: Candidate[] = [];
  let added = 0;
  for (const { path, kind } of own) {
    if (kind !== 'file') continue;
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      for (const link of byTarget.get(path.slice(0, end)) ?? []) {
        if (++added > MOST_ADDED) return found;
        const linked = link + path.slice(end);
        for (const { root: at, target: wanted } of places.match(linked))
          if (wanted.maxBytes > 0) found.push({ path: linked, root: at, wanted });
      }
    }
  }
  return found;
}

/** Addresses of links by where they lead; a folder need not be listed itself. */
function targetsOf(
  links: readonly CollectedEntry[],
  table: LinkTable,
  root: EntryPath,
): ReadonlyMap<EntryPath, readonly EntryPath[]> {
  const byTarget = new Map<EntryPath, EntryPath[]>();
  for (const { path } of links) {
    const end = table.follow(path, root);
    const target = end.kind === 'entry' ? end.path : end.kind === 'broken' ? end.target : '';
    // One that leads to a folder above itself would be in all that it leads to.
    if (target === '' || path.startsWith(`${target}/`)) continue;
    byTarget.set(target, [...(byTarget.get(target) ?? []), path]);
  }
  return byTarget;
}

function nameOf(path: EntryPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
