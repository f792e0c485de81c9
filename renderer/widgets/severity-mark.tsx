import type { Severity } from '../../engine/api/index.ts';
import { useSay } from '../app/messages.ts';
import styles from './severity-mark.module.css';

export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {
  critical: '▲',
  high: '◆',
  medium: '●',
  low: '○',
  info: '·',
};

interface SeverityMarkProps {
  readonly severity: Severity;
  /** The sign alone is shown; the word is still there for those who hear the page. */
  readonly signOnly?: boolean;
}

/** How bad something is: by shape, word and colour together. */
export function SeverityMark({ severity, signOnly = false }: SeverityMarkProps) {
  const say = useSay();
  return (
    <span className={`${styles.mark} ${styles[severity]}`} title={say(`severity.${severity}`)}>
      <span aria-hidden="true" className={styles.sign}>
        {SEVERITY_SIGNS[severity]}
      </span>
      <span className={signOnly ? 'visually-hidden' : styles.word}>{say(`severity.${severity}`)}</span>
    </span>
  );
}
