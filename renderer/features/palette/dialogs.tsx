import { Dialog, Modal, ModalOverlay } from 'react-aria-components';

import { useSay } from '../../app/messages.ts';
import type { Desk } from '../../state/desk-store.ts';
import { useDeeds, useDesk } from '../../state/use-desk.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import styles from './dialogs.module.css';
import { KeysDialog } from './keys-dialog.tsx';
import { Palette } from './palette.tsx';
import { QuickOpen } from './quick-open.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

const BODIES: Readonly<Record<NonNullable<Desk['dialog']>, () => React.ReactNode>> = {
  palette: Palette,
  'quick-open': QuickOpen,
  keys: KeysDialog,
  settings: SettingsDialog,
  export: ExportDialog,
};

/** What stands over the page for a moment. Escape leaves it, and the focus goes back to where it was. */
export function Dialogs() {
  const say = useSay();
  const deeds = useDeeds();
  const dialog = useDesk((desk) => desk.dialog);
  const Body = dialog && BODIES[dialog];
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={dialog !== undefined}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) deeds.open(undefined);
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog
          className={styles.dialog ?? ''}
          aria-label={dialog ? say(`dialog.${dialog}`) : ''}
          data-testid={`dialog-${dialog}`}
        >
          {Body && <Body />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
