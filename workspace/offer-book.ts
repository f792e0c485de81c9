import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';

import type { Offer } from './contract/bundles.ts';
import type { OfferId } from './contract/parts.ts';
import type { RecentBundle } from './state/kept-state.ts';
import type { Opening } from './state/opening-book.ts';

/** Something that can be opened. A screen sees its id and name; the path stays here. */
export interface Offered {
  readonly id: OfferId;
  readonly name: string;
  readonly origin: Offer['origin'];
  readonly path: string | undefined;
  readonly describes?: string;
  readonly bytes?: number;
  readonly recent?: RecentBundle;
  /** Times that reading it ended its engine or the desk. */
  readonly deaths?: number;
}

/** What may be opened: nothing else can be, whatever a screen asks. */
export class OfferBook {
  readonly #offers = new Map<OfferId, Offered>();

  add(offered: Omit<Offered, 'id'>): Offered {
    const id = `o${randomBytes(8).toString('hex')}`;
    const one = { ...offered, id };
    this.#offers.set(id, one);
    return one;
  }

  /** Offers a path of the command line or of a dialog; the same path twice is one offer. */
  addPath(path: string, origin: Offer['origin'] = 'argument'): Offered {
    const known = [...this.#offers.values()].find((one) => one.path === path && one.origin === origin);
    return known ?? this.add({ name: basename(path), origin, path });
  }

  find(id: OfferId): Offered | undefined {
    return this.#offers.get(id);
  }

  /** Who offered a path. */
  at(path: string): Offered | undefined {
    return [...this.#offers.values()].find((one) => one.path === path);
  }

  remove(id: OfferId): void {
    this.#offers.delete(id);
  }

  /** Recent bundles as they are known now take the place of those before; ids of bundles that stay, stay. */
  setRecent(bundles: readonly RecentBundle[]): void {
    const before = [...this.#offers.values()].filter(({ origin }) => origin === 'recent');
    for (const { id } of before) this.#offers.delete(id);
    for (const recent of bundles) {
      const known = before.find(
        ({ recent: old }) => old?.sha256 === recent.sha256 && old.path === recent.path,
      );
      const one = { name: recent.name, origin: 'recent', path: recent.path, recent } as const;
      if (known) this.#offers.set(known.id, { ...one, id: known.id });
      else this.add(one);
    }
  }

  /** What was open when an earlier desk ended without a word. */
  setLeft(openings: readonly Opening[]): void {
    for (const [id, { origin }] of this.#offers) if (origin === 'left') this.#offers.delete(id);
    for (const { name, path, deaths } of openings) this.add({ name, origin: 'left', path, deaths });
  }

  /** What a start page lists: uploads are opened at once and are not listed. */
  shown(): readonly Offer[] {
    return [...this.#offers.values()].filter(({ origin }) => origin !== 'upload').map(offerShown);
  }
}

function offerShown({ id, name, origin, path, describes, bytes, recent, deaths = 0 }: Offered): Offer {
  const mayBeGone = origin === 'recent' || origin === 'left';
  const missing = mayBeGone && (path === undefined || !existsSync(path));
  return {
    ...{ id, name, origin },
    ...(describes === undefined ? {} : { describes }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(recent?.host === undefined ? {} : { host: recent.host }),
    ...(recent === undefined ? {} : { openedAt: recent.openedAt }),
    ...(recent?.collectedAt === undefined ? {} : { collectedAt: recent.collectedAt }),
    ...(recent?.worst === undefined ? {} : { worst: recent.worst }),
    ...(recent?.pinned === undefined ? {} : { pinned: recent.pinned }),
    ...(missing ? { missing } : {}),
    ...(deaths > 0 ? { deaths } : {}),
  };
}
