/** Time that code of ours may work without letting a cancel or a timer through. */
const MOST_MILLISECONDS = 20;
let last = performance.now();

/** Lets timers and messages through, where that is due. For loops that wait for nothing else. */
export async function turn(): Promise<void> {
  if (performance.now() - last < MOST_MILLISECONDS) return;
  await new Promise((resolve) => setImmediate(resolve));
  last = performance.now();
}
