import { serveSession } from '../workspace/session/serve-session.ts';
import type { ToSession } from '../workspace/session/protocol.ts';
import { loadDomain } from './domain.ts';

/** The engine of one open bundle, in a process that can be ended without harm to the desk. */
const take = serveSession(loadDomain(), (message) => {
  process.send?.(message);
});
process.on('message', (message) => take(message as ToSession));
// Whoever started it is gone: nobody is left to look at a bundle.
process.on('disconnect', () => process.exit());
// An interrupt at the terminal reaches every process of it; the desk closes its engines in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
