import {
  derivedFact,
  NotCollectedError,
  optional,
  type Located,
  type Location,
} from '../../engine/api/index.ts';
import { analyzerRunTime } from './analyzer-run-time.ts';
import { collectorLogTime } from './collector-log-time.ts';
import { hostDate } from './host-date.ts';
import { newestFileTime, type NewestFileTime } from './newest-file-time.ts';
import type { WrittenTime } from './written-time.ts';

export interface CollectionTime {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly basis: 'analyzer' | 'date' | 'log' | 'file-times';
  /** False where the source names no zone: the time was read as UTC and may be hours off. */
  readonly zoneKnown: boolean;
  /** Undefined where the time is that of a file, not written in one. */
  readonly place: Location | undefined;
}

/**
 * When the bundle was collected, by the most reliable trace: what the collector states, the host's clock, the
 * collector's log, the newest file.
 */
export const collectionTime = derivedFact({
  name: 'bundle.collection-time',
  describes: 'When the bundle was collected',
  needs: {
    analyzer: optional(analyzerRunTime),
    date: optional(hostDate),
    log: optional(collectorLogTime),
    files: optional(newestFileTime),
  },
  derive({ analyzer, date, log, files }): CollectionTime {
    const time =
      (analyzer && written(analyzer.time, 'analyzer')) ??
      (date && written(date.time, 'date')) ??
      (log && written(log.newest, 'log')) ??
      (files && byFiles(files));
    if (!time) throw new NotCollectedError('nothing tells when the bundle was collected');
    return time;
  },
});

function written({ value, at }: Located<WrittenTime>, basis: CollectionTime['basis']): CollectionTime {
  return { at: value.at, basis, zoneKnown: value.zoneKnown, place: at };
}

/** A zip keeps local times without a zone. */
function byFiles({ at }: NewestFileTime): CollectionTime {
  return { at, basis: 'file-times', zoneKnown: false, place: undefined };
}
