import type { Report } from '../engine/api/index.ts';

/** Endings that say how a bundle was packed, and nothing of what is in it. */
const PACKED = /(?:\.(?:zip|tar|tgz|txz|tbz2?|tzst|gz|xz|bz2|zst|json|txt))+$/iu;
/** Characters of a name without its ending. */
const MOST_NAME = 100;
/** Names that one system or another keeps for itself. */
const KEPT = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * A name for the file of each report, without an ending: the bundle's, and the host's where a bundle has several. Names
 * come from outside: only letters, digits and `. _ -` are kept, and no two are alike, whatever the size of letters.
 */
export function reportFileNames(reports: readonly Pick<Report, 'bundle'>[]): readonly string[] {
  const taken = new Set<string>();
  return reports.map(({ bundle }) => {
    const isAlone = reports.filter((one) => one.bundle.name === bundle.name).length === 1;
    const host = isAlone ? '' : (bundle.host['name'] ?? bundle.root.split('/').at(-1) ?? '');
    const base = safe([bundle.name.replace(PACKED, ''), host].filter((part) => part !== '').join('-'));
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}-${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function safe(name: string): string {
  const kept = name
    .replaceAll(/[^\w.-]+/gu, '-')
    .replaceAll(/\.{2,}/gu, '.')
    .slice(0, MOST_NAME)
    .replaceAll(/^[.-]+|[.-]+$/gu, '');
  return kept === '' || KEPT.test(kept.split('.')[0] ?? '') ? `report${kept === '' ? '' : `-${kept}`}` : kept;
}
