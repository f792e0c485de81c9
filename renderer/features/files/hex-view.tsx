import { useMemo } from 'react';

import type { EntryDetail } from '../../../workspace/contract/entries.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDesk } from '../../state/use-desk.ts';
import styles from './line-view.module.css';
import { useScroll } from './use-scroll.ts';

const PER_ROW = 16;
/** Bytes that are asked for at once. */
const WINDOW = 16 * 1024;
const ROW = 18;

interface HexViewProps {
  readonly info: EntryDetail;
  readonly route: BundleRoute;
}

/** Bytes as they are: offset, sixteen of them, and what is printable. */
export function HexView({ info, route: { bundle } }: HexViewProps) {
  const { logSize, textSize } = useDesk(({ settings }) => settings);
  const rowHeight = Math.round((ROW * logSize * textSize) / 10_000);
  const count = Math.ceil(info.size / PER_ROW);
  const { pane, height, top, rows, onKeyDown } = useScroll(count, rowHeight);
  const first = Math.floor(top);
  const at = Math.floor((first * PER_ROW) / WINDOW) * WINDOW;
  const ask = (from: number) =>
    from < info.size ? { bundle, entry: info.address, at: from, length: WINDOW } : undefined;
  const here = useAnswer('entry:bytes', ask(at));
  const next = useAnswer('entry:bytes', ask(at + WINDOW));
  const bytes = useMemo(
    () => joined(here.value?.base64 ?? '', next.value?.base64 ?? ''),
    [here.value?.base64, next.value?.base64],
  );
  return (
    <div
      ref={pane}
      className={styles.pane}
      tabIndex={0}
      role="document"
      aria-label={info.address}
      data-pane-main=""
      data-testid="hex"
      onKeyDown={onKeyDown}
    >
      <div className={styles.sticky}>
        <div
          className={styles.view}
          style={{
            height: pane.current?.clientHeight ?? 600,
            transform: `translateY(${-(top - first) * rowHeight}px)`,
          }}
        >
          {Array.from({ length: Math.min(rows + 2, Math.max(0, count - first)) }, (_, index) => {
            const offset = (first + index) * PER_ROW;
            return (
              <div key={offset} className={styles.line} style={{ minHeight: rowHeight }}>
                <span className={styles.number}>{offset.toString(16).padStart(8, '0')}</span>
                <span className={styles.text}>
                  {rowText(bytes.subarray(offset - at, offset - at + PER_ROW))}
                </span>
              </div>
            );
          })}
        </div>
      </div>
      <div style={{ height }} />
    </div>
  );
}

function joined(...parts: readonly string[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => [...atob(part)].map((character) => character.charCodeAt(0))),
  );
}

function rowText(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = [...bytes]
    .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'))
    .join('');
  return `${hex.padEnd(PER_ROW * 3)} ${text}`;
}
