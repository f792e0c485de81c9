import { useMemo, useState } from 'react';

import { useSay } from '../../app/messages.ts';
import { useAnswer } from '../../state/use-desk.ts';
import { Visible } from '../../widgets/visible.tsx';
import styles from './structured.module.css';

interface TextProps {
  readonly bundle: string;
  readonly entry: string;
}

/** Children of one node that are shown at first. */
const SHOWN = 200;
/** Levels that are unfolded at first. */
const OPEN_LEVELS = 2;

/** JSON as a tree that unfolds step by step. */
export function JsonView({ bundle, entry }: TextProps) {
  const say = useSay();
  const { value, refusal } = useAnswer('entry:text', { bundle, entry });
  const parsed = useMemo(() => (value ? parse(value.text) : undefined), [value]);
  if (!value) return <p className={styles.empty}>{refusal?.detail}</p>;
  if (!parsed?.ok) return <p className={styles.empty}>{say('files.notJson')}</p>;
  return (
    <div className={styles.page} tabIndex={0} data-pane-main="" data-testid="json">
      <Node name="" value={parsed.value} level={0} />
    </div>
  );
}

function parse(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/u, '')) as unknown };
  } catch {
    // Shown as lines instead.
    return { ok: false };
  }
}

interface NodeProps {
  readonly name: string;
  readonly value: unknown;
  readonly level: number;
}

function Node({ name, value, level }: NodeProps) {
  const [isOpen, setOpen] = useState(level < OPEN_LEVELS);
  const [shown, setShown] = useState(SHOWN);
  const say = useSay();
  const label =
    name === '' ? null : (
      <span className={styles.key}>
        <Visible text={name} />
      </span>
    );
  if (typeof value !== 'object' || value === null) {
    return (
      <div className={styles.leaf}>
        {label}
        <span className={styles[typeof value]}>
          <Visible text={typeof value === 'string' ? value : String(value)} />
        </span>
      </div>
    );
  }
  const children = Object.entries(value);
  return (
    <div className={styles.node}>
      <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {label}
        <span className={styles.muted}>
          {Array.isArray(value) ? `[${children.length}]` : `{${children.length}}`}
        </span>
      </button>
      {isOpen && (
        <div className={styles.children}>
          {children.slice(0, shown).map(([key, one]) => (
            <Node key={key} name={key} value={one} level={level + 1} />
          ))}
          {children.length > shown && (
            <button type="button" className={styles.fold} onClick={() => setShown(shown + SHOWN)}>
              {say('files.cut', { hidden: children.length - shown })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
