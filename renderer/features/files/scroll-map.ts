/**
 * Browsers clamp the height of what scrolls (Chromium at 33,554,428 px), so a file of many millions of lines has a
 * shorter bar, and the place of the bar stands for a line.
 */
export const MOST_PIXELS = 8_000_000;

export interface ScrollMap {
  /** Height of what scrolls, in pixels. */
  readonly height: number;
  /** True where one line is one row of the bar: the browser's own scrolling is exact. */
  readonly exact: boolean;
  topOf(line: number): number;
  /** The first line in view, with a fraction; counted from 0. */
  lineAt(top: number): number;
}

/** How `count` rows of `rowHeight` pixels lie under a bar beside a view of `viewHeight` pixels. */
export function scrollMap(count: number, rowHeight: number, viewHeight: number): ScrollMap {
  const whole = count * rowHeight;
  const exact = whole <= MOST_PIXELS;
  const height = Math.max(exact ? whole : MOST_PIXELS, 0);
  const room = Math.max(1, height - viewHeight);
  const last = Math.max(0, count - viewHeight / rowHeight);
  return {
    height,
    exact,
    topOf: (line) => (exact ? line * rowHeight : Math.min(1, line / Math.max(1, last)) * room),
    lineAt: (top) => Math.min(last, exact ? top / rowHeight : (top / room) * last),
  };
}
