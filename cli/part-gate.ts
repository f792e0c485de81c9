/** Parts of an answer that are under way between two threads. */
const MOST_UNDER_WAY = 8;
const UNDER_WAY = 0;
const STOPPED = 1;

/**
 * Keeps a quick engine from filling the memory of a slow terminal: two numbers that both threads see. The engine waits
 * in the middle of its work, for its sinks cannot; this is why a stop has to reach it here too.
 */
export class PartGate {
  readonly shared: SharedArrayBuffer;
  readonly #numbers: Int32Array;

  constructor(shared = new SharedArrayBuffer(8)) {
    this.shared = shared;
    this.#numbers = new Int32Array(shared);
  }

  /** Called by the engine after each part: waits while too many are under way. False once no more is wanted. */
  enter(): boolean {
    let underWay = Atomics.add(this.#numbers, UNDER_WAY, 1) + 1;
    while (underWay >= MOST_UNDER_WAY && !this.isStopped) {
      Atomics.wait(this.#numbers, UNDER_WAY, underWay);
      underWay = Atomics.load(this.#numbers, UNDER_WAY);
    }
    return !this.isStopped;
  }

  /** Called for each part that was taken. */
  leave(): void {
    Atomics.sub(this.#numbers, UNDER_WAY, 1);
    Atomics.notify(this.#numbers, UNDER_WAY);
  }

  stop(): void {
    Atomics.store(this.#numbers, STOPPED, 1);
    // Wakes the engine whatever it waits for.
    Atomics.store(this.#numbers, UNDER_WAY, 0);
    Atomics.notify(this.#numbers, UNDER_WAY);
  }

  get isStopped(): boolean {
    return Atomics.load(this.#numbers, STOPPED) === 1;
  }
}
