import type { Evidence } from '../engine/api/index.ts';
import { visible, visibleLine } from './escape.ts';
import { passagesOf, type Absence, type Passage } from './parts/passages.ts';
import type { Pen } from './pen.ts';
import { wrap } from './wrap.ts';

/** Characters of a cited line that are shown, over several rows; context lines take one row each. */
const MOST_CITED = 600;
/** Columns that mark and line number take. */
const GUTTER = 8;

/** The evidence of a finding: excerpts of one file that touch are shown as one. */
export function evidenceLines(evidence: readonly Evidence[], pad: string, pen: Pen): readonly string[] {
  return passagesOf(evidence).flatMap((part) =>
    'lookedFor' in part ? [absenceLine(part, pad, pen)] : passageLines(part, pad, pen),
  );
}

function passageLines({ entry, role, cited, lines }: Passage, pad: string, pen: Pen): readonly string[] {
  const { paint: p, width } = pen;
  const numbers = cited.length === 0 ? '' : `:${cited.join(', ')}`;
  const room = Math.max(20, width - pad.length - GUTTER);
  const rows = lines.flatMap((line) => {
    const shown = visible(line.text).replaceAll('\t', ' ');
    if (!line.cited) return [p.dim(`${pad} ${String(line.number).padStart(5)}  ${cut(shown, room)}`)];
    return chunks(cut(shown, MOST_CITED), room).map(
      (chunk, index) => `${pad}▌${(index === 0 ? String(line.number) : '').padStart(5)}  ${chunk}`,
    );
  });
  return [`${pad}${visibleLine(entry)}${numbers}${roleText(role, pen)}`, ...rows];
}

function absenceLine({ role, lookedFor, lookedIn }: Absence, pad: string, pen: Pen): string {
  const where = lookedIn.map(visibleLine).join(', ');
  const what = visibleLine(lookedFor);
  return wrap(pen.say('finding.lookedFor', { what, where }), pen.width, pad) + roleText(role, pen);
}

function roleText(role: Evidence['role'], { say, paint: p }: Pen): string {
  return role === 'subject' ? '' : `  ${p.dim(say(`role.${role}`))}`;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function chunks(text: string, size: number): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += size) parts.push(text.slice(at, at + size));
  return parts;
}
