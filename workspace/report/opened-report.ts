import type { EntryPath, Evidence, Finding, Report } from '../../engine/api/index.ts';
import type { PlaceShown } from '../contract/parts.ts';

/** A report with what a screen needs to jump from it into the files. */
export interface OpenedReport {
  readonly report: Report;
  /** Where in what was opened the bundle begins, as an address that members can be put behind. */
  readonly root: EntryPath;
  /** How long reading and judging took. */
  readonly milliseconds: number;
  /** Told while it was still read. */
  readonly provisional: boolean;
}

/** The address, from the top of what was opened, of an entry that a report names. */
export function addressIn(root: EntryPath, entry: EntryPath): EntryPath {
  return root === '' ? entry : `${root}/${entry}`;
}

/** A place of a report, as a screen shows it and asks for it. */
export function placeShown(
  { entry, line, endLine }: { readonly entry: EntryPath; readonly line?: number; readonly endLine?: number },
  root: EntryPath,
): PlaceShown {
  return {
    entry,
    address: addressIn(root, entry),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
  };
}

export function areaOf(analyzer: string): string {
  return analyzer.slice(0, analyzer.indexOf('/'));
}

/** The place that a finding's row shows, or what was looked for. */
export function firstPlace({ evidence }: Finding): string {
  const [first] = evidence;
  return first ? placeText(first) : '';
}

function placeText(evidence: Evidence): string {
  if ('lookedFor' in evidence) return evidence.lookedFor;
  return evidence.line === undefined ? evidence.entry : `${evidence.entry}:${evidence.line}`;
}

/** How deep each finding stands below its root, and how many it explains in all. */
export interface Standing {
  readonly depth: number;
  readonly consequences: number;
}

/** Findings come in reading order: each root followed by what it explains. */
export function standings(findings: readonly Finding[]): ReadonlyMap<string, Standing> {
  const found = new Map<string, { depth: number; consequences: number }>();
  const parents = new Map<string, string>();
  for (const { fingerprint, becauseOf } of findings) {
    const parent = becauseOf.find((root) => found.has(root));
    found.set(fingerprint, {
      depth: parent === undefined ? 0 : (found.get(parent)?.depth ?? 0) + 1,
      consequences: 0,
    });
    if (parent !== undefined) parents.set(fingerprint, parent);
    for (let above = parent; above !== undefined; above = parents.get(above)) {
      const standing = found.get(above);
      if (standing) standing.consequences++;
    }
  }
  return found;
}
