/** Which needle ended where: see `scanLines`. Built once per run; plain typed arrays, so it can cross to a worker. */
export interface Automaton {
  /** Byte → class of bytes that the needles do not tell apart; both cases of a letter are one class. */
  readonly classOf: Uint8Array;
  /** `next[(state << shift) | class]` */
  readonly next: Uint16Array | Uint32Array;
  readonly shift: number;
  /** States from here on are worth a look: the line end first, then those where needles end. */
  readonly firstAccepting: number;
  readonly lineEnd: number;
  /** Needle numbers that end in a state, by `state - firstAccepting`. */
  readonly needlesAt: readonly (readonly number[])[];
  readonly longest: number;
}

interface Node {
  readonly children: Map<number, number>;
  fail: number;
  needles: readonly number[];
}

const LINE_END = 0x0a;

/**
 * Aho-Corasick over raw bytes as one dense table. The line end is a needle like any other: lines are counted in
 * the same walk. Letters A–Z match in either case; needles hold no line ends.
 */
export function buildAutomaton(needles: readonly string[]): Automaton {
  const words = needles.map((needle) => Buffer.from(needle.toLowerCase(), 'utf8'));
  if (words.some((word) => word.length === 0 || word.includes(LINE_END))) {
    throw new Error('A needle is empty or holds a line end');
  }
  const { classOf, classes } = byteClasses(words);
  const nodes = trieOf(words, classOf);
  return tableOf(nodes, classOf, classes, Math.max(1, ...words.map((word) => word.length)));
}

function byteClasses(words: readonly Buffer[]): { classOf: Uint8Array; classes: number } {
  const classOf = new Uint8Array(256);
  classOf[LINE_END] = 1;
  let classes = 2;
  for (const word of words) {
    for (const byte of word) if (classOf[byte] === 0) classOf[byte] = classes++;
  }
  for (let upper = 0x41; upper <= 0x5a; upper++) classOf[upper] = classOf[upper + 0x20] ?? 0;
  return { classOf, classes };
}

/** The trie with its failure links, in breadth-first order; node 0 is the root. */
function trieOf(words: readonly Buffer[], classOf: Uint8Array): readonly Node[] {
  const nodes: Node[] = [{ children: new Map(), fail: 0, needles: [] }];
  const add = (bytes: Iterable<number>, needle: number): void => {
    let at = 0;
    for (const byte of bytes) {
      const step = classOf[byte] ?? 0;
      let child = nodes[at]?.children.get(step);
      if (child === undefined) {
        child = nodes.length;
        nodes.push({ children: new Map(), fail: 0, needles: [] });
        nodes[at]?.children.set(step, child);
      }
      at = child;
    }
    const end = nodes[at];
    if (end && needle >= 0) end.needles = [...end.needles, needle];
  };
  add([LINE_END], -1);
  words.forEach((word, index) => add(word, index));
  linkFailures(nodes);
  return nodes;
}

function linkFailures(nodes: readonly Node[]): void {
  const queue = [...(nodes[0]?.children.values() ?? [])];
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] ?? 0;
    for (const [step, child] of nodes[at]?.children ?? []) {
      let fail = nodes[at]?.fail ?? 0;
      while (fail !== 0 && !nodes[fail]?.children.has(step)) fail = nodes[fail]?.fail ?? 0;
      const target = nodes[fail]?.children.get(step) ?? 0;
      const node = nodes[child];
      if (!node) continue;
      node.fail = target;
      node.needles = [...node.needles, ...(nodes[target]?.needles ?? [])];
      queue.push(child);
    }
  }
}

function tableOf(nodes: readonly Node[], classOf: Uint8Array, classes: number, longest: number): Automaton {
  const shift = Math.ceil(Math.log2(classes));
  const lineNode = nodes[0]?.children.get(classOf[LINE_END] ?? 0) ?? 0;
  const plain = nodes.flatMap((node, index) =>
    index !== lineNode && node.needles.length === 0 ? [index] : [],
  );
  const accepting = nodes.flatMap((node, index) => (node.needles.length > 0 ? [index] : []));
  const order = [...plain, lineNode, ...accepting];
  const stateOf = new Map(order.map((node, state) => [node, state]));
  const size = nodes.length << shift;
  const next = nodes.length <= 0xffff ? new Uint16Array(size) : new Uint32Array(size);
  // Breadth first: a node's failure row is filled before its own.
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] ?? 0;
    const node = nodes[at];
    const row = (stateOf.get(at) ?? 0) << shift;
    const failRow = (stateOf.get(node?.fail ?? 0) ?? 0) << shift;
    for (let step = 0; step < classes; step++) {
      const child = node?.children.get(step);
      if (child !== undefined) {
        next[row | step] = stateOf.get(child) ?? 0;
        queue.push(child);
      } else if (at !== 0) next[row | step] = next[failRow | step] ?? 0;
    }
  }
  const needlesAt = order.slice(plain.length).map((node) => [...new Set(nodes[node]?.needles ?? [])]);
  return { classOf, next, shift, firstAccepting: plain.length, lineEnd: plain.length, needlesAt, longest };
}
