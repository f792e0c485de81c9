import { useEffect, useState } from 'react';

import { useSay } from '../../app/messages.ts';
import { useDeeds, useDesk } from '../../state/use-desk.ts';
import { Button } from '../../widgets/button.tsx';
import styles from './drop-overlay.module.css';

/** The whole window takes what is dropped; a drop anywhere else never leads away from the page. */
export function DropOverlay() {
  const say = useSay();
  const deeds = useDeeds();
  const uploads = useDesk((desk) => desk.uploads);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      event.preventDefault();
      setOver(hasFiles(event));
      if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const items = [...(event.dataTransfer?.items ?? [])];
      const isFolder = items.some((item) => item.webkitGetAsEntry()?.isDirectory);
      const files = isFolder ? [] : [...(event.dataTransfer?.files ?? [])];
      if (isFolder) deeds.toast(say('drop.folder'), { tone: 'wrong' });
      else if (files.length === 0) deeds.toast(say('drop.nothing'), { tone: 'wrong' });
      else void deeds.openFiles(files);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOver(false);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('keydown', onKey);
    };
  }, [deeds, say]);
  if (uploads.length > 0) return <Uploading />;
  if (!over) return null;
  return (
    <div className={styles.overlay} data-testid="drop-overlay">
      <div className={styles.box}>
        <strong className={styles.title}>{say('drop.title')}</strong>
        <span>{say('drop.accepts')}</span>
      </div>
    </div>
  );
}

function Uploading() {
  const say = useSay();
  const deeds = useDeeds();
  const uploads = useDesk((desk) => desk.uploads);
  const bytes = uploads.reduce((all, one) => all + one.bytes, 0);
  const total = uploads.reduce((all, one) => all + one.total, 0);
  const current = uploads.find((one) => one.bytes < one.total) ?? uploads.at(-1);
  const percent = total === 0 ? 100 : Math.floor((bytes / total) * 100);
  return (
    <div
      className={styles.overlay}
      role="dialog"
      aria-modal="true"
      aria-label={say('upload.title', { count: uploads.length })}
    >
      <div className={styles.box}>
        <strong className={styles.title}>{say('upload.title', { count: uploads.length })}</strong>
        <progress className={styles.progress} max={100} value={percent} aria-label={current?.name ?? ''} />
        <span aria-live="polite">{say('upload.one', { name: current?.name ?? '', percent })}</span>
        <Button onPress={deeds.cancelUpload}>{say('common.cancel')}</Button>
      </div>
    </div>
  );
}
