import { z } from 'zod';

import { offer, openBundle } from './bundles.ts';
import { bundleId } from './parts.ts';

/** What the workspace tells a screen unasked. A screen that missed some asks `desk:state` anew. */
export const event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bundle'), bundle: openBundle }),
  z.object({ type: z.literal('bundle-closed'), id: bundleId }),
  /** Findings came, went or changed: ask the page anew. `withdrawn` were told before and do not hold. */
  z.object({ type: z.literal('findings'), id: bundleId, told: z.int(), withdrawn: z.int() }),
  z.object({ type: z.literal('offers'), offers: z.array(offer) }),
  z.object({ type: z.literal('settings') }),
  z.object({ type: z.literal('triage'), id: bundleId }),
]);
export type DeskEvent = z.infer<typeof event>;
