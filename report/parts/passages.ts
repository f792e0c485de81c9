import type { Evidence } from '../../engine/api/index.ts';

/** A line of an excerpt, raw; `cited` where the finding is about it. */
export interface PassageLine {
  readonly number: number;
  readonly text: string;
  readonly cited: boolean;
}

/** Places of one file that lie close together and play the same role, as one excerpt; or a place without lines. */
export interface Passage {
  readonly role: Evidence['role'];
  readonly entry: string;
  /** Numbers of the cited lines, rising. */
  readonly cited: readonly number[];
  readonly lines: readonly PassageLine[];
}

/** What was looked for and is not there. */
export type Absence = Extract<Evidence, { readonly lookedFor: string }>;

interface Growing {
  readonly role: Evidence['role'];
  readonly entry: string;
  readonly cited: Set<number>;
  readonly lines: Map<number, string>;
}

/** The evidence of a finding in its order: excerpts of one file that touch are one passage. */
export function passagesOf(evidence: readonly Evidence[]): readonly (Passage | Absence)[] {
  const parts: (Growing | Absence)[] = [];
  for (const one of evidence) {
    const last = parts.at(-1);
    if ('lookedFor' in one) parts.push(one);
    else if (last && 'lines' in last && touches(last, one)) add(last, one);
    else parts.push(add({ role: one.role, entry: one.entry, cited: new Set(), lines: new Map() }, one));
  }
  return parts.map((part) => ('lookedFor' in part ? part : finished(part)));
}

type PlaceEvidence = Exclude<Evidence, Absence>;

function touches(
  passage: Growing,
  { entry, role, excerpt, excerptFirstLine: first }: PlaceEvidence,
): boolean {
  if (entry !== passage.entry || role !== passage.role) return false;
  if (excerpt === undefined || first === undefined) return false;
  const last = first + excerpt.split('\n').length - 1;
  return [...passage.lines.keys()].some((line) => line >= first - 1 && line <= last + 1);
}

function add(passage: Growing, { line, endLine = line, excerpt, excerptFirstLine }: PlaceEvidence): Growing {
  if (line === undefined) return passage;
  const first = excerptFirstLine ?? line;
  excerpt?.split('\n').forEach((text, index) => passage.lines.set(first + index, text));
  for (let cited = line; cited <= (endLine ?? line); cited++) passage.cited.add(cited);
  return passage;
}

function finished({ role, entry, cited, lines }: Growing): Passage {
  const sorted = [...lines].sort(([a], [b]) => a - b);
  return {
    ...{ role, entry },
    cited: [...cited].sort((a, b) => a - b),
    lines: sorted.map(([number, text]) => ({ number, text, cited: cited.has(number) })),
  };
}
