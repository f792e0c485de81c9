import { X } from 'lucide-react';
import { useEffect } from 'react';

import type { Toast } from '../state/desk-store.ts';
import { useDeeds, useDesk } from '../state/use-desk.ts';
import { useSay } from './messages.ts';
import styles from './toasts.module.css';

/** Long enough to read and to undo. */
const SHOWN_MILLISECONDS = 7_000;

/** Messages that go by themselves; what was wrong stays until it is read. */
export function Toasts() {
  const toasts = useDesk((desk) => desk.toasts);
  return (
    <div className={styles.all} role="status" aria-live="polite" data-testid="toasts">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function OneToast({ toast: { id, text, tone, undo } }: { readonly toast: Toast }) {
  const say = useSay();
  const deeds = useDeeds();
  useEffect(() => {
    if (tone === 'wrong') return undefined;
    const timer = setTimeout(() => deeds.dismiss(id), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [deeds, id, tone]);
  return (
    <div className={tone === 'wrong' ? styles.wrong : styles.toast}>
      <span>{text}</span>
      {undo && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            undo();
            deeds.dismiss(id);
          }}
        >
          {say('common.undo')}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={say('common.dismiss')}
        onClick={() => deeds.dismiss(id)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
