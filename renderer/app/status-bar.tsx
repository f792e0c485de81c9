import { ShieldCheck } from 'lucide-react';

import { useAnswer, useDesk, useShown } from '../state/use-desk.ts';
import { bytesText } from './units.ts';
import { useSay } from './messages.ts';
import styles from './status-bar.module.css';

/** What was read, and what was not looked at; that nothing leaves this machine. */
export function StatusBar() {
  const say = useSay();
  const shown = useShown();
  const version = useDesk(({ state }) => state?.version);
  const ready = shown && shown.bundle.reports.length > 0 && shown.bundle.stage !== 'reading';
  const ask = ready ? { bundle: shown.bundle.id, report: shown.route.report } : undefined;
  const { value: summary } = useAnswer('report:summary', ask);
  const parts = summary
    ? [
        say('status.bar.findings', {
          count: Object.values(summary.counts).reduce((all, one) => all + one, 0),
        }),
        say('status.bar.blocked', { count: summary.checks.blocked }),
        say('summary.problems', { count: summary.problems }),
        say('status.bar.read', {
          entries: summary.entries.total,
          bytes: bytesText(summary.bytes, say),
          seconds: (summary.milliseconds / 1000).toFixed(1),
        }),
      ]
    : [];
  return (
    <footer className={styles.bar} aria-label={say('status.bar.label')}>
      <span className={styles.parts} data-testid="status">
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
      <span className={styles.local}>
        <ShieldCheck size={13} aria-hidden="true" />
        {say('app.offline')}
      </span>
      <span>{version}</span>
      <span>
        <kbd>?</kbd> {say('status.bar.keys')}
      </span>
    </footer>
  );
}
