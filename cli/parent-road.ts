import { endWithParent } from './parent-watch.ts';

/**
 * The engine's end of the road to the process that started it: hands on what comes in, and returns what sends. The engine
 * lives no longer than that process.
 */
export function roadToParent<In, Out>(take: (message: In) => void): (message: Out) => void {
  // Whoever started it is of the same build: what it says is of the protocol.
  process.on('message', (message) => take(message as In));
  process.on('disconnect', () => process.exit());
  // An interrupt at the terminal reaches every process of it; whoever started the engine ends it in order.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  endWithParent();
  return (message) => void process.send?.(message);
}
