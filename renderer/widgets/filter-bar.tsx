import { Search, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';

import { useSay } from '../app/messages.ts';
import styles from './filter-bar.module.css';

interface FilterBarProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly hint: string;
  /** What is wrong with the filter. */
  readonly mistake?: string | undefined;
  /** How many rows are left. */
  readonly count: string;
}

/** Milliseconds after the last key before rows are asked for. */
const PAUSE = 120;

/** Where rows are filtered. `/` leads here; Escape clears it, then leaves. */
export function FilterBar({ value, onChange, label, hint, mistake, count }: FilterBarProps) {
  const say = useSay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <div className={styles.bar}>
      <div className={mistake === undefined ? styles.field : styles.wrong}>
        <Search size={14} aria-hidden="true" />
        <input
          ref={input}
          className={styles.input}
          data-filter=""
          data-testid="filter"
          value={text}
          placeholder={hint}
          aria-label={label}
          aria-invalid={mistake !== undefined}
          aria-describedby={id}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            if (text === '') input.current?.blur();
            else {
              setText('');
              onChange('');
            }
          }}
        />
        {text !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label={say('findings.clear')}
            onClick={() => {
              setText('');
              onChange('');
              input.current?.focus();
            }}
          >
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </div>
      <div id={id} className={mistake === undefined ? styles.count : styles.mistake} aria-live="polite">
        {mistake ?? count}
      </div>
    </div>
  );
}
