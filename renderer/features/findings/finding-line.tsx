import { StickyNote } from 'lucide-react';

import type { FindingRow } from '../../../workspace/contract/findings.ts';
import { useSay } from '../../app/messages.ts';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Visible } from '../../widgets/visible.tsx';
import styles from './finding-line.module.css';

interface FindingLineProps {
  readonly row: FindingRow;
  readonly isTree: boolean;
}

const DEPTHS = [styles.depth0, styles.depth1, styles.depth2, styles.depth3];

/** One finding in the list: how bad, what, and the sentence with its values. */
export function FindingLine({ row, isTree }: FindingLineProps) {
  const say = useSay();
  const { severity, title, message, depth, consequences, triage, hasNote, provisional } = row;
  const closed = triage === 'done' || triage === 'not-relevant';
  return (
    <div
      className={`${styles.line} ${isTree ? DEPTHS[Math.min(depth, 3)] : ''} ${closed ? styles.closed : ''}`}
    >
      <span className={styles.mark}>
        {isTree && depth > 0 && (
          <span aria-hidden="true" className={styles.branch}>
            └
          </span>
        )}
        <SeverityMark severity={severity} signOnly />
      </span>
      <span className={styles.text}>
        <span className={styles.head}>
          <span className={styles.title}>{title}</span>
          {consequences > 0 && <span className={styles.badge}>{`+${consequences}`}</span>}
          {triage !== 'open' && <span className={styles.badge}>{say(`triage.${triage}`)}</span>}
          {hasNote && <StickyNote size={12} aria-label={say('findings.note')} />}
          {provisional && <span className={styles.badge}>{say('findings.provisional')}</span>}
        </span>
        <span className={styles.message}>
          <Visible text={message} />
        </span>
      </span>
    </div>
  );
}
