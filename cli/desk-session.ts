import type { FromSession, ToSession } from '../workspace/session/protocol.ts';
import { serveSession } from '../workspace/session/serve-session.ts';
import { loadDomain } from './domain.ts';
import { roadToParent } from './parent-road.ts';

/** The engine of one open bundle. */
const post = roadToParent<ToSession, FromSession>((message) => take(message));
const take = serveSession(loadDomain(), post);
