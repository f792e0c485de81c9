import { Visible } from './visible.tsx';
import styles from './excerpt.module.css';

interface ExcerptProps {
  readonly lines: readonly { readonly number: number; readonly text: string; readonly cited: boolean }[];
}

/** Lines of a file with their numbers; those that a finding is about are marked at their edge. */
export function Excerpt({ lines }: ExcerptProps) {
  return (
    <div className={styles.excerpt} role="group">
      {lines.map(({ number, text, cited }) => (
        <div key={number} className={cited ? styles.cited : styles.line}>
          <span className={styles.number}>{number}</span>
          <span className={styles.text}>
            <Visible text={text} />
          </span>
        </div>
      ))}
    </div>
  );
}
