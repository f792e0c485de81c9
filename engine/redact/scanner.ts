import type { RedactionWords } from '../api/index.ts';
import { buildAutomaton, type Automaton } from '../scan/automaton.ts';
import { newHits, scanLines } from '../scan/scan-lines.ts';
import { findAddresses } from './find-addresses.ts';
import { KINDS, type Span } from './kinds.ts';
import type { LearnedNames } from './learned-names.ts';
import type { Names } from './names.ts';
import type { Push, Rule } from './rule.ts';
import { commands } from './rules/commands.ts';
import { headers } from './rules/headers.ts';
import { labels } from './rules/labels.ts';
import { mails } from './rules/mails.ts';
import { ownNetworks, shapes } from './rules/shapes.ts';
import { urls } from './rules/urls.ts';
import { users } from './rules/users.ts';

/** What is asked where a needle ends. */
interface Asked {
  readonly length: number;
  readonly rules: readonly Rule[];
  readonly needle: string;
}

/** Finds everything that redaction knows, in one walk over the bytes. */
export class Scanner {
  readonly #names: Names;
  readonly #learned: LearnedNames | undefined;
  readonly #automaton: Automaton;
  readonly #asked: readonly Asked[];
  readonly #hits = newHits();

  /** Without learned names it finds what forms and labels tell. */
  constructor(words: RedactionWords, names: Names, learned?: LearnedNames) {
    this.#names = names;
    this.#learned = learned;
    const rules = [labels(words), urls, mails, ...users, ...headers, ...commands, ...shapes, ownNetworks];
    const byNeedle = new Map<string, Rule[]>();
    for (const rule of rules) {
      for (const trigger of rule.triggers) byNeedle.set(trigger, [...(byNeedle.get(trigger) ?? []), rule]);
    }
    // Needles go to the walk as UTF-8: those that are learned are Latin-1 for bytes.
    const bytesOf = (needle: string): string => Buffer.from(needle, 'latin1').toString('utf8');
    const needles = [...new Set([...byNeedle.keys(), ...(learned?.needles ?? [])])];
    this.#asked = needles.map((needle) => ({
      length: needle.length,
      rules: byNeedle.get(needle) ?? [],
      needle,
    }));
    this.#automaton = buildAutomaton(needles.map(bytesOf));
  }

  /** `text` is the bytes in Latin-1. Spans come in no order and may overlap. */
  scan(bytes: Uint8Array, text: string, push: Push): void {
    // No address is learned, so whoever learns has no use for them.
    if (this.#learned) findAddresses(bytes, text, push);
    scanLines(this.#automaton, bytes, this.#hits);
    const { count, at, state } = this.#hits;
    const { needlesAt, firstAccepting } = this.#automaton;
    let covered = 0;
    const take: Push = (span) => {
      if (KINDS[span.kind].rank >= KINDS.id.rank) covered = Math.max(covered, span.to);
      push(span);
    };
    for (let hit = 0; hit < count; hit++) {
      const to = at[hit]! + 1;
      // What lies within a secret goes with it, and need not be looked at.
      if (to <= covered) continue;
      for (const needle of needlesAt[state[hit]! - firstAccepting]!)
        this.#ask(this.#asked[needle]!, text, to, take);
    }
  }

  #ask({ length, rules, needle }: Asked, text: string, to: number, push: Push): void {
    const from = to - length;
    for (const rule of rules) rule.find(text, from, push, this.#names, to);
    this.#learned?.find(needle, text, from, push);
  }
}

/** In order, none over another: of two that overlap the higher rank stands, then the longer. */
export function settled(spans: Span[], rankOf: (span: Span) => number): readonly Span[] {
  spans.sort((a, b) => a.from - b.from || b.to - a.to || rankOf(b) - rankOf(a));
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (!last || span.from >= last.to) kept.push(span);
    else if (isBetter(span, last, rankOf)) {
      kept.pop();
      const before = kept.at(-1);
      if (!before || span.from >= before.to) kept.push(span);
      else kept.push(last);
    }
  }
  return kept;
}

function isBetter(one: Span, other: Span, rankOf: (span: Span) => number): boolean {
  const byRank = rankOf(one) - rankOf(other);
  return byRank > 0 || (byRank === 0 && one.to - one.from > other.to - other.from);
}
