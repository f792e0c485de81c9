import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import styles from './dialogs.module.css';

export interface Choice {
  readonly id: string;
  readonly shown: ReactNode;
  run(): void;
}

interface PickerProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly choices: readonly Choice[];
  readonly none: string;
}

/** Type, choose by arrows, Enter. */
export function Picker({ label, text, onText, choices, none }: PickerProps) {
  const id = useId();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const current = Math.min(at, Math.max(0, choices.length - 1));
  useEffect(() => setAt(0), [text]);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && choices.length > 0) {
      event.preventDefault();
      setAt((current + step + choices.length) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choices[current]?.run();
    }
  };
  return (
    <>
      <input
        className={styles.input}
        // A dialog that opens to be typed into has its focus there.
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? `${id}-${current}` : undefined}
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        value={text}
        data-testid="picker"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles.choices}>
        {choices.map(({ id: key, shown, run }, index) => (
          <li
            key={key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={index === current ? styles.current : styles.choice}
            data-testid="choice"
            onMouseMove={() => setAt(index)}
            onClick={run}
          >
            {shown}
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className={styles.none}>{none}</p>}
    </>
  );
}
