import type { Say } from './messages.ts';
import type { Paint } from './paint.ts';

/** What each part of the text output writes with. */
export interface Pen {
  readonly say: Say;
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}
