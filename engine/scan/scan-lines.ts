import type { Automaton } from './automaton.ts';

/** Places where needles end in a window of bytes, in order. The arrays are reused by the next scan. */
export interface Hits {
  count: number;
  /** Offset of the needle's last byte. */
  at: Int32Array;
  /** State reached; `automaton.needlesAt[state - firstAccepting]` are the needles. */
  state: Int32Array;
  /** Line ends before the hit, counted from the window's start. */
  linesBefore: Int32Array;
  /** Line ends in the whole window. */
  lines: number;
}

export function newHits(): Hits {
  return {
    count: 0,
    at: new Int32Array(64),
    state: new Int32Array(64),
    linesBefore: new Int32Array(64),
    lines: 0,
  };
}

/** Below this many bytes one lane is as fast as four. */
const LANES_FROM = 4096;

/**
 * Walks a window that begins at a line's start. Four lanes of the window are walked side by side, for a walk waits
 * on its own last load: interleaved they take the time of one and a half.
 */
export function scanLines(automaton: Automaton, bytes: Uint8Array, hits: Hits): void {
  hits.count = 0;
  hits.lines = 0;
  if (bytes.length < LANES_FROM) {
    walk(automaton, bytes, 0, bytes.length, 0, hits);
    return;
  }
  walkLanes(automaton, bytes, hits);
}

function walk(
  automaton: Automaton,
  bytes: Uint8Array,
  from: number,
  to: number,
  start: number,
  hits: Hits,
): void {
  const { classOf, next, shift, firstAccepting, lineEnd } = automaton;
  let state = start;
  for (let index = from; index < to; index++) {
    state = next[(state << shift) | classOf[bytes[index]!]!]!;
    if (state >= firstAccepting) {
      if (state === lineEnd) hits.lines++;
      else push(hits, index, state, hits.lines);
    }
  }
}

const LANES = 4;
const laneHits = [newHits(), newHits(), newHits(), newHits()] as const;

function walkLanes(automaton: Automaton, bytes: Uint8Array, hits: Hits): void {
  const { classOf, next, shift, firstAccepting, lineEnd } = automaton;
  const part = Math.floor(bytes.length / LANES);
  const [zero, one, two, three] = laneHits;
  for (const lane of laneHits) {
    lane.count = 0;
    lane.lines = 0;
  }
  let s0 = 0;
  let s1 = stateAt(automaton, bytes, part);
  let s2 = stateAt(automaton, bytes, part * 2);
  let s3 = stateAt(automaton, bytes, part * 3);
  const at1 = part;
  const at2 = part * 2;
  const at3 = part * 3;
  for (let index = 0; index < part; index++) {
    s0 = next[(s0 << shift) | classOf[bytes[index]!]!]!;
    s1 = next[(s1 << shift) | classOf[bytes[at1 + index]!]!]!;
    s2 = next[(s2 << shift) | classOf[bytes[at2 + index]!]!]!;
    s3 = next[(s3 << shift) | classOf[bytes[at3 + index]!]!]!;
    if (s0 >= firstAccepting) {
      if (s0 === lineEnd) zero.lines++;
      else push(zero, index, s0, zero.lines);
    }
    if (s1 >= firstAccepting) {
      if (s1 === lineEnd) one.lines++;
      else push(one, at1 + index, s1, one.lines);
    }
    if (s2 >= firstAccepting) {
      if (s2 === lineEnd) two.lines++;
      else push(two, at2 + index, s2, two.lines);
    }
    if (s3 >= firstAccepting) {
      if (s3 === lineEnd) three.lines++;
      else push(three, at3 + index, s3, three.lines);
    }
  }
  walk(automaton, bytes, part * LANES, bytes.length, s3, three);
  for (const lane of laneHits) join(hits, lane);
}

/** The state before `at`, found by walking the bytes that a needle could begin in. */
function stateAt(automaton: Automaton, bytes: Uint8Array, at: number): number {
  const { classOf, next, shift } = automaton;
  let state = 0;
  for (let index = Math.max(0, at - automaton.longest + 1); index < at; index++) {
    state = next[(state << shift) | classOf[bytes[index]!]!]!;
  }
  return state;
}

function push(hits: Hits, at: number, state: number, linesBefore: number): void {
  if (hits.count === hits.at.length) grow(hits);
  hits.at[hits.count] = at;
  hits.state[hits.count] = state;
  hits.linesBefore[hits.count] = linesBefore;
  hits.count++;
}

function join(hits: Hits, lane: Hits): void {
  for (let index = 0; index < lane.count; index++) {
    push(hits, lane.at[index]!, lane.state[index]!, hits.lines + lane.linesBefore[index]!);
  }
  hits.lines += lane.lines;
}

function grow(hits: Hits): void {
  hits.at = doubled(hits.at);
  hits.state = doubled(hits.state);
  hits.linesBefore = doubled(hits.linesBefore);
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
