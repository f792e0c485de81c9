import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { scrollMap } from './scroll-map.ts';

export interface Scrolled {
  /** Put on the element that scrolls. */
  readonly pane: React.RefObject<HTMLDivElement | null>;
  /** Put on the element that gives the bar its length. */
  readonly height: number;
  /** First row in view, counted from 0, with a fraction. */
  readonly top: number;
  /** Rows that fit into the view. */
  readonly rows: number;
  onKeyDown(event: KeyboardEvent): void;
  /** Brings a row to the middle of the view. */
  centre(row: number): void;
}

/** Scrolling through any number of rows of one height: the wheel goes by rows, the bar by shares. */
export function useScroll(count: number, rowHeight: number): Scrolled {
  const pane = useRef<HTMLDivElement>(null);
  const [viewHeight, setViewHeight] = useState(600);
  const [top, setTop] = useState(0);
  const map = useMemo(() => scrollMap(count, rowHeight, viewHeight), [count, rowHeight, viewHeight]);
  const rows = Math.max(1, Math.floor(viewHeight / rowHeight));
  const last = Math.max(0, count - rows);
  const expected = useRef(-1);

  const moveTo = (line: number): void => {
    const next = Math.max(0, Math.min(last, line));
    setTop(next);
    if (!pane.current) return;
    expected.current = Math.round(map.topOf(next));
    pane.current.scrollTop = expected.current;
  };
  const move = useRef(moveTo);
  useEffect(() => {
    move.current = moveTo;
  });

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setViewHeight(element.clientHeight));
    observer.observe(element);
    setViewHeight(element.clientHeight);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = pane.current;
    if (!element) return undefined;
    const onScroll = (): void => {
      // What we set ourselves has been answered already.
      if (Math.abs(element.scrollTop - expected.current) <= 1) return;
      expected.current = -1;
      setTop(map.lineAt(element.scrollTop));
    };
    const onWheel = (event: WheelEvent): void => {
      if (map.exact || event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * rowHeight : event.deltaY;
      setTop((line) => {
        const next = Math.max(0, Math.min(last, line + pixels / rowHeight));
        expected.current = Math.round(map.topOf(next));
        element.scrollTop = expected.current;
        return next;
      });
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [map, rowHeight, last]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    if (event.altKey || event.metaKey) return;
    const to = targetOf(event.key, top, rows, last);
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to);
  };
  const centre = useMemo(
    () =>
      (row: number): void =>
        move.current(row - Math.floor(rows / 2)),
    [rows],
  );
  return { pane, height: map.height, top, rows, onKeyDown, centre };
}

function targetOf(key: string, top: number, rows: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.floor(top) + 1;
    case 'ArrowUp':
    case 'k':
      return Math.ceil(top) - 1;
    case 'PageDown':
    case ' ':
      return top + rows - 1;
    case 'PageUp':
      return top - rows + 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
