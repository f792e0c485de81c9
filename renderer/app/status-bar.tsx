import { ShieldCheck } from 'lucide-react';

import type { OpenBundle } from '../../workspace/contract/bundles.ts';
import type { BundleRoute } from '../state/route.ts';
import { useAnswer, useDesk, useShown } from '../state/use-desk.ts';
import { bytesText } from './units.ts';
import { useSay } from './messages.ts';
import styles from './status-bar.module.css';
import { useCaret } from './use-caret.ts';
import { useEngineMemory } from './use-engine-memory.ts';

/** What was read and what is shown of it; that nothing leaves this machine. */
export function StatusBar() {
  const say = useSay();
  const shown = useShown();
  const version = useDesk(({ state }) => state?.version);
  return (
    <footer className={styles.bar} aria-label={say('status.bar.label')}>
      <span className={styles.parts} data-testid="status">
        {shown && <OfBundle bundle={shown.bundle} report={shown.route.report} />}
      </span>
      {shown?.route.view === 'files' && <OfFile route={shown.route} />}
      {shown && <Memory bundle={shown.bundle} />}
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

function OfBundle({ bundle, report }: { readonly bundle: OpenBundle; readonly report: number }) {
  const say = useSay();
  const ready = bundle.reports.length > 0 && bundle.stage !== 'reading';
  const { value } = useAnswer('report:summary', ready ? { bundle: bundle.id, report } : undefined);
  if (!value) return null;
  const parts = [
    say('status.bar.findings', { count: Object.values(value.counts).reduce((all, one) => all + one, 0) }),
    say('status.bar.blocked', { count: value.checks.blocked }),
    say('summary.problems', { count: value.problems }),
    say('status.bar.read', {
      entries: value.entries.total,
      bytes: bytesText(value.bytes, say),
      seconds: (value.milliseconds / 1000).toFixed(1),
    }),
  ];
  return parts.map((part) => <span key={part}>{part}</span>);
}

/** Line, column, selection, encoding and line ends of the file that is shown. */
function OfFile({ route: { bundle, selected: entry, line } }: { readonly route: BundleRoute }) {
  const say = useSay();
  const { value } = useAnswer('entry:info', entry === undefined ? undefined : { bundle, entry });
  const caret = useCaret();
  if (!value || value.lines === 0) return null;
  const at = caret ?? (line === undefined ? undefined : { line, column: 1, characters: 0, lines: 1 });
  const parts = [
    ...(at ? [say('status.bar.caret', { line: at.line, column: at.column })] : []),
    ...(at && at.characters > 0
      ? [say('status.bar.selected', { characters: at.characters, lines: at.lines })]
      : []),
    value.encoding,
    ...(value.lineEnd === 'none' ? [] : [value.lineEnd]),
  ];
  return (
    <span className={styles.file} data-testid="status-file">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  );
}

function Memory({ bundle: { id, filesAtHand } }: { readonly bundle: OpenBundle }) {
  const say = useSay();
  const bytes = useEngineMemory(filesAtHand ? id : undefined);
  if (bytes === undefined) return null;
  return <span title={say('status.bar.memory')}>{bytesText(bytes, say)}</span>;
}
