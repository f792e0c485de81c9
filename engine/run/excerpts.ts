import type { Citation, Evidence } from '../api/index.ts';
import type { BundleContent } from './bundle-content.ts';
import type { Excerpts } from './line-reader.ts';
import type { Mask } from './mask.ts';

/** Lines of context on each side of a citation. */
const CONTEXT = 2;
/** Lines of one excerpt: a person reads no more beside a finding. */
const MOST_LINES = 24;
/** Characters of one excerpt line. */
const MOST_CHARACTERS = 2_000;
/** Characters behind those, in which a secret that begins before them still ends. */
const MORE_CHARACTERS = 1_000;

/** Adds to a citation the lines that it points at, without their secrets. Throws where it names what is not there. */
export function evidenceOf(
  citation: Citation,
  content: BundleContent,
  excerpts: Excerpts,
  mask: Mask,
): Evidence {
  const { role } = citation;
  if (citation.kind === 'absence') {
    return { role, lookedFor: citation.lookedFor, lookedIn: citation.lookedIn };
  }
  const { entry, line, endLine } = citation.at;
  if (!content.find(entry)) throw new Error(`Evidence cites ${entry}, which is not in the bundle`);
  if (line === undefined) return { role, entry };
  const place = { role, entry, line, ...(endLine === undefined ? {} : { endLine }) };
  const streamed = excerpts.get(citation.at as { entry: string; line: number });
  if (streamed) {
    return { ...place, excerpt: excerptOf(streamed.lines, mask), excerptFirstLine: streamed.firstLine };
  }
  const text = content.textAt(entry);
  const lines = text?.lines();
  const firstLine = lines?.[0]?.at.line;
  if (!lines || firstLine === undefined) return place;
  const last = firstLine + lines.length - 1;
  if (line < firstLine || line > last)
    throw new Error(`Evidence cites line ${line} of ${entry}, which ends at ${last}`);
  const from = Math.max(firstLine, line - CONTEXT);
  const to = Math.min(last, (endLine ?? line) + CONTEXT, from + MOST_LINES - 1);
  const cited = lines.slice(from - firstLine, to - firstLine + 1).map((one) => one.text);
  return { ...place, excerpt: excerptOf(cited, mask), excerptFirstLine: from };
}

function excerptOf(lines: readonly string[], mask: Mask): string {
  const read = lines.map((line) => line.slice(0, MOST_CHARACTERS + MORE_CHARACTERS));
  return mask(read).map(shortened).join('\n');
}

function shortened(line: string): string {
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}
