import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

import styles from './virtual-list.module.css';

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Pixels of one row at the usual size of text. */
  readonly rowHeight: number;
  /** A key that stays with a row while others come and go. */
  readonly keyOf: (index: number) => string;
  readonly row: (index: number, isSelected: boolean) => ReactNode;
  readonly selected: number;
  readonly onSelect: (index: number, how: { readonly extend: boolean; readonly toggle: boolean }) => void;
  /** Enter or a double click. */
  readonly onOpen?: (index: number) => void;
  /** Keys that the list itself does not know. */
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly role?: 'listbox' | 'tree';
  readonly levelOf?: (index: number) => number;
  readonly expandedOf?: (index: number) => boolean | undefined;
  readonly isMarked?: (index: number) => boolean;
  readonly testId: string;
}

/** A list of which only the rows in view exist. One row is current; arrows, j and k, Home, End and pages move it. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, keyOf, row, selected, onSelect, onOpen, role = 'listbox', testId } = props;
  const id = useId();
  const pane = useRef<HTMLDivElement>(null);
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 13;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => pane.current,
    estimateSize: () => Math.round(props.rowHeight * scale),
    getItemKey: keyOf,
    overscan: 8,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, scale, props.rowHeight]);
  useEffect(() => {
    if (selected >= 0 && selected < count) virtualizer.scrollToIndex(selected, { align: 'auto' });
  }, [virtualizer, selected, count]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(event, selected, count, Math.max(1, virtualizer.getVirtualItems().length - 10));
    if (next !== undefined) {
      event.preventDefault();
      if (count > 0) onSelect(next, { extend: event.shiftKey, toggle: false });
    } else if (event.key === 'Enter' && selected >= 0 && onOpen) {
      event.preventDefault();
      onOpen(selected);
    } else props.onKey?.(event);
  };
  const itemRole = role === 'tree' ? 'treeitem' : 'option';
  return (
    <div
      ref={pane}
      className={styles.pane}
      role={role}
      aria-label={label}
      aria-multiselectable={props.isMarked ? true : undefined}
      aria-activedescendant={selected >= 0 && selected < count ? `${id}-${keyOf(selected)}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid={testId}
      data-pane-main=""
    >
      <div
        className={styles.all}
        ref={(element) => setHeight(element, virtualizer.getTotalSize())}
        role="presentation"
      >
        {virtualizer.getVirtualItems().map(({ index, key, start, size }) => {
          const isSelected = index === selected;
          return (
            <div
              key={key}
              id={`${id}-${String(key)}`}
              ref={(element) => setPlace(element, start, size)}
              className={rowClass(isSelected, props.isMarked?.(index) ?? false)}
              role={itemRole}
              aria-selected={isSelected || (props.isMarked?.(index) ?? false)}
              aria-level={props.levelOf?.(index)}
              aria-expanded={props.expandedOf?.(index)}
              aria-posinset={index + 1}
              aria-setsize={count}
              data-testid={`${testId}-row`}
              onMouseDown={(event) =>
                onSelect(index, { extend: event.shiftKey, toggle: event.ctrlKey || event.metaKey })
              }
              onDoubleClick={() => onOpen?.(index)}
            >
              {row(index, isSelected)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Places are set through the object model: a strict policy lets no style attribute in. */
function setHeight(element: HTMLElement | null, height: number): void {
  if (element) element.style.height = `${height}px`;
}

function setPlace(element: HTMLElement | null, start: number, size: number): void {
  if (!element) return;
  element.style.transform = `translateY(${start}px)`;
  element.style.height = `${size}px`;
}

function rowClass(isSelected: boolean, isMarked: boolean): string {
  return [styles.row, isSelected ? styles.selected : '', isMarked ? styles.marked : ''].join(' ');
}

function moved(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  selected: number,
  count: number,
  pageRows: number,
): number | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const to = (index: number): number => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return to(selected + 1);
    case 'ArrowUp':
    case 'k':
      return to(selected - 1);
    case 'PageDown':
      return to(selected + pageRows);
    case 'PageUp':
      return to(selected - pageRows);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    default:
      return undefined;
  }
}
