import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

import type { EntryDetail, LinesWindow } from '../../../workspace/contract/entries.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDesk, useDeskStore } from '../../state/use-desk.ts';
import { Visible } from '../../widgets/visible.tsx';
import styles from './line-view.module.css';
import { useScroll } from './use-scroll.ts';

/** Lines that are asked for at once: some screens full. */
const WINDOW = 400;
/** Pixels of a line at the usual size. */
const ROW = 18;
/** Characters of a cut line that one click brings. */
const MORE_CHARACTERS = 100_000;

interface LineViewProps {
  readonly info: EntryDetail;
  readonly route: BundleRoute;
}

/** A text line by line, of any length: only the lines in view are there. */
export function LineView({ info, route }: LineViewProps) {
  const { logSize, textSize, wrapLines } = useDesk(({ settings }) => settings);
  const rowHeight = Math.round((ROW * logSize * textSize) / 10_000);
  const { pane, height, top, rows, onKeyDown, centre } = useScroll(info.lines, rowHeight);
  const { line: target } = route;
  const { firstLine } = info;
  useEffect(() => {
    if (target !== undefined) centre(target - firstLine);
  }, [target, firstLine, centre, info.address]);
  // Once for each file: keys scroll it without a click.
  useEffect(() => pane.current?.focus({ preventScroll: true }), [pane]);

  const first = Math.floor(top);
  const numbers = Array.from(
    { length: Math.min(rows + 2, Math.max(0, info.lines - first)) },
    (_, index) => firstLine + first + index,
  );
  const textOf = useLines(info, route.bundle, first, rows + 2);
  const cited = citedLines(info);
  const { deeds } = useDeskStore();
  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'n' ? 1 : event.key === 'N' ? -1 : undefined;
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return onKeyDown(event);
    event.preventDefault();
    const line = nextPlace(info, target ?? firstLine + first - by, by);
    if (line !== undefined) deeds.adjust({ line }, 'replace');
  };
  return (
    <div
      ref={pane}
      className={styles.pane}
      tabIndex={0}
      role="document"
      aria-label={info.address}
      data-pane-main=""
      data-testid="lines"
      onKeyDown={onKey}
    >
      <div className={styles.sticky}>
        <div
          className={wrapLines ? styles.wrapped : styles.view}
          style={{
            height: pane.current?.clientHeight ?? 600,
            transform: `translateY(${wrapLines ? 0 : -(top - first) * rowHeight}px)`,
          }}
        >
          {numbers.map((number) => (
            <OneLine
              key={number}
              number={number}
              line={textOf(number)}
              rowHeight={rowHeight}
              isTarget={number === target}
              finding={cited.get(number)}
              info={info}
              bundle={route.bundle}
            />
          ))}
        </div>
      </div>
      <div style={{ height }} />
    </div>
  );
}

interface OneLineProps {
  readonly number: number;
  readonly line: LinesWindow['lines'][number] | undefined;
  readonly rowHeight: number;
  readonly isTarget: boolean;
  readonly finding: string | undefined;
  readonly info: EntryDetail;
  readonly bundle: string;
}

function OneLine({ number, line, rowHeight, isTarget, finding, info, bundle }: OneLineProps) {
  const style = isTarget ? styles.target : finding === undefined ? styles.line : styles.cited;
  return (
    <div className={style} style={{ minHeight: rowHeight }} data-line={number} title={finding}>
      <span className={styles.number}>{number}</span>
      <span className={styles.text} data-line-text="">
        {line && <Visible text={line.text} />}
        {line?.length !== undefined && (
          <Rest
            entry={info.address}
            bundle={bundle}
            line={number}
            shown={line.text.length}
            length={line.length}
          />
        )}
      </span>
    </div>
  );
}

interface RestProps {
  readonly bundle: string;
  readonly entry: string;
  readonly line: number;
  readonly shown: number;
  readonly length: number;
}

/** What a very long line was cut of, piece by piece. */
function Rest({ bundle, entry, line, shown, length }: RestProps) {
  const say = useSay();
  const { bridge } = useDeskStore().getState();
  const [text, setText] = useState('');
  const hidden = length - shown - text.length;
  const more = async (): Promise<void> => {
    const from = shown + text.length;
    const reply = await bridge.ask('entry:line', { bundle, entry, line, from, count: MORE_CHARACTERS });
    if (reply.ok) setText(text + reply.value.text);
  };
  return (
    <>
      {text !== '' && <Visible text={text} />}
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => void more()}>
          {say('files.cut', { hidden: hidden.toLocaleString() })}
        </button>
      )}
    </>
  );
}

/** The two windows that hold the view; what is not there yet is empty for a moment. */
function useLines(
  { address: entry, firstLine, lines }: EntryDetail,
  bundle: string,
  first: number,
  count: number,
) {
  const windowOf = (row: number): number => Math.floor(row / WINDOW);
  const ask = (index: number) =>
    index * WINDOW < lines && index >= 0
      ? { bundle, entry, from: firstLine + index * WINDOW, count: WINDOW }
      : undefined;
  const at = windowOf(first);
  const here = useAnswer('entry:lines', ask(at));
  const next = useAnswer('entry:lines', windowOf(first + count) === at ? undefined : ask(at + 1));
  const kept = useRef(new Map<number, LinesWindow['lines'][number]>());
  for (const value of [here.value, next.value]) {
    value?.lines.forEach((line, index) => kept.current.set(value.from + index, line));
  }
  if (kept.current.size > 20 * WINDOW) kept.current = new Map([...kept.current].slice(-4 * WINDOW));
  return (number: number) => kept.current.get(number);
}

/** The first line of the place behind or before a line that a finding cites; round the end to the first. */
function nextPlace({ findings }: EntryDetail, from: number, by: 1 | -1): number | undefined {
  const lines = [...new Set(findings.flatMap(({ line }) => line ?? []))].sort((a, b) => by * (a - b));
  return lines.find((line) => by * (line - from) > 0) ?? lines[0];
}

function citedLines({ findings }: EntryDetail): ReadonlyMap<number, string> {
  const cited = new Map<number, string>();
  for (const { title, line, endLine = line } of findings) {
    if (line === undefined || endLine === undefined) continue;
    for (let at = line; at <= Math.min(endLine, line + 500); at++) cited.set(at, title);
  }
  return cited;
}
