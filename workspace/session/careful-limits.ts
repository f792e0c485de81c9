import type { Limits } from '../../engine/ingest/limits.ts';

const MIB = 1024 * 1024;

/** For a bundle that ended its engine before: enough for an ordinary one, and little for anything else. */
export const CAREFUL_LIMITS: Partial<Limits> = {
  totalBytes: 2_048 * MIB,
  entryBytes: 64 * MIB,
  entries: 200_000,
  nestingDepth: 2,
  windowBytes: 32 * MIB,
  wallTime: 2 * 60_000,
};
