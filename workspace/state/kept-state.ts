import { z } from 'zod';

import { severity } from '../contract/parts.ts';
import { DEFAULT_SETTINGS, deskSettings, type DeskSettings } from '../contract/settings.ts';
import { triage } from '../contract/findings.ts';
import type { TriageBook } from '../findings/triage-book.ts';
import type { StateFolder } from './state-folder.ts';

const recentBundle = z.object({
  path: z.string().max(10_000).optional(),
  name: z.string().max(1_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  openedAt: z.string(),
  host: z.string().max(1_000).optional(),
  collectedAt: z.string().optional(),
  worst: severity.optional(),
  pinned: z.boolean().optional(),
});
/** A bundle that was opened before. One without a path was uploaded, and has to be dropped again. */
export type RecentBundle = z.infer<typeof recentBundle>;

const recentFile = z.object({ schema: z.literal(1), bundles: z.array(recentBundle).max(200) });
const settingsFile = z.object({ schema: z.literal(1), settings: deskSettings.partial() });
const triageFile = z.object({
  schema: z.literal(1),
  /** By the root of the report in what was opened. */
  reports: z.record(z.string().max(20_000), z.record(z.string().regex(/^[0-9a-f]{16}$/u), triage)),
});

/** Recent bundles that are remembered beside the pinned ones. */
const MOST_RECENT = 20;

/** What a person did, kept between two starts. */
export class KeptState {
  readonly #folder: StateFolder;

  constructor(folder: StateFolder) {
    this.#folder = folder;
  }

  settings(): DeskSettings {
    const kept = this.#folder.read('settings.json', settingsFile)?.settings ?? {};
    const known = Object.entries(kept).filter(([, value]) => value !== undefined);
    return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known) };
  }

  keepSettings(settings: DeskSettings): void {
    this.#folder.write('settings.json', { schema: 1, settings });
  }

  recent(): readonly RecentBundle[] {
    return this.#folder.read('recent.json', recentFile)?.bundles ?? [];
  }

  /** The newest first; of several openings of one bundle the last. */
  remember(bundle: RecentBundle): void {
    const others = this.recent();
    const before = others.find((one) => isSame(one, bundle));
    const pinned = before?.pinned ?? bundle.pinned;
    const next = { ...bundle, ...(pinned === undefined ? {} : { pinned }) };
    this.#keepRecent([next, ...others.filter((one) => !isSame(one, bundle))]);
  }

  forget(bundle: RecentBundle): void {
    this.#keepRecent(this.recent().filter((one) => !isSame(one, bundle)));
  }

  pin(bundle: RecentBundle, pinned: boolean): void {
    this.#keepRecent(this.recent().map((one) => (isSame(one, bundle) ? { ...one, pinned } : one)));
  }

  triage(sha256: string, root: string): TriageBook {
    return this.#triageFile(sha256)[root] ?? {};
  }

  keepTriage(sha256: string, root: string, book: TriageBook): void {
    const reports = { ...this.#triageFile(sha256), [root]: book };
    this.#folder.write(`triage/${sha256}.json`, { schema: 1, reports });
  }

  #triageFile(sha256: string): Readonly<Record<string, TriageBook>> {
    // A hash is no name of a bundle: nothing from outside gets into the path.
    if (!/^[0-9a-f]{64}$/u.test(sha256)) return {};
    return this.#folder.read(`triage/${sha256}.json`, triageFile)?.reports ?? {};
  }

  #keepRecent(bundles: readonly RecentBundle[]): void {
    let unpinned = 0;
    const kept = bundles.filter(({ pinned }) => pinned === true || ++unpinned <= MOST_RECENT);
    this.#folder.write('recent.json', { schema: 1, bundles: kept });
  }
}

function isSame(a: RecentBundle, b: RecentBundle): boolean {
  return a.sha256 === b.sha256 && a.path === b.path;
}
