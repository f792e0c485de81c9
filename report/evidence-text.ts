import type { Evidence } from '../engine/api/index.ts';
import { visible, visibleLine } from './escape.ts';
import type { Pen } from './pen.ts';
import { wrap } from './wrap.ts';

/** Characters of a cited line that are shown, over several rows; context lines take one row each. */
const MOST_CITED = 600;
/** Columns that mark and line number take. */
const GUTTER = 8;

/** Places that lie close together in one file and play the same role. */
interface Passage {
  readonly entry: string;
  readonly role: Evidence['role'];
  readonly cited: Set<number>;
  readonly lines: Map<number, string>;
}

/** The evidence of a finding: excerpts of one file that touch are shown as one. */
export function evidenceLines(evidence: readonly Evidence[], pad: string, pen: Pen): readonly string[] {
  const lines: string[] = [];
  let passage: Passage | undefined;
  const flush = (): void => {
    if (passage) lines.push(...passageLines(passage, pad, pen));
    passage = undefined;
  };
  for (const one of evidence) {
    if (passage && joined(passage, one)) continue;
    flush();
    passage = passageOf(one);
    if (!passage) lines.push(plainLine(one, pad, pen));
  }
  flush();
  return lines;
}

function passageOf(evidence: Evidence): Passage | undefined {
  if ('lookedFor' in evidence || evidence.excerptFirstLine === undefined) return undefined;
  const passage: Passage = { entry: evidence.entry, role: evidence.role, cited: new Set(), lines: new Map() };
  add(passage, evidence);
  return passage;
}

/** Adds a place to a passage that it touches; false where it stands apart. */
function joined(passage: Passage, evidence: Evidence): boolean {
  if ('lookedFor' in evidence || evidence.entry !== passage.entry || evidence.role !== passage.role)
    return false;
  const { excerpt, excerptFirstLine: first } = evidence;
  if (excerpt === undefined || first === undefined) return false;
  const last = first + excerpt.split('\n').length - 1;
  const touches = [...passage.lines.keys()].some((line) => line >= first - 1 && line <= last + 1);
  if (touches) add(passage, evidence);
  return touches;
}

function add(passage: Passage, evidence: Evidence): void {
  if ('lookedFor' in evidence || evidence.line === undefined) return;
  const { line, endLine = line, excerpt = '', excerptFirstLine: first = line } = evidence;
  excerpt.split('\n').forEach((text, index) => passage.lines.set(first + index, text));
  for (let cited = line; cited <= endLine; cited++) passage.cited.add(cited);
}

function passageLines(
  { entry, role, cited, lines }: Passage,
  pad: string,
  { say, paint: p, width }: Pen,
): string[] {
  const numbers = [...cited].sort((a, b) => a - b);
  const part = role === 'subject' ? '' : `  ${p.dim(say(`role.${role}`))}`;
  const room = Math.max(20, width - pad.length - GUTTER);
  const rows = [...lines]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, text]) => {
      const shown = visible(text).replaceAll('\t', ' ');
      if (!cited.has(number)) {
        return [p.dim(`${pad} ${String(number).padStart(5)}  ${cut(shown, room)}`)];
      }
      return chunks(cut(shown, MOST_CITED), room).map(
        (chunk, index) => `${pad}▌${(index === 0 ? String(number) : '').padStart(5)}  ${chunk}`,
      );
    });
  return [`${pad}${visibleLine(entry)}:${numbers.join(', ')}${part}`, ...rows];
}

function plainLine(evidence: Evidence, pad: string, { say, paint: p, width }: Pen): string {
  const role = evidence.role === 'subject' ? '' : `  ${p.dim(say(`role.${evidence.role}`))}`;
  if (!('lookedFor' in evidence)) {
    const line = evidence.line === undefined ? '' : `:${evidence.line}`;
    return `${pad}${visibleLine(evidence.entry)}${line}${role}`;
  }
  const where = evidence.lookedIn.map(visibleLine).join(', ');
  const what = visibleLine(evidence.lookedFor);
  return wrap(say('finding.lookedFor', { what, where }), width, pad) + role;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function chunks(text: string, size: number): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += size) parts.push(text.slice(at, at + size));
  return parts;
}
