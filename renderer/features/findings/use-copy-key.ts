import { useEffect } from 'react';

import { copyText } from '../../app/copy-text.ts';
import { useSay } from '../../app/messages.ts';
import { useDeeds, useDesk } from '../../state/use-desk.ts';

/** Copies the finding that is shown as Markdown, from anywhere in the view. */
export function useCopyKey(markdown: string | undefined): void {
  const say = useSay();
  const deeds = useDeeds();
  const dialog = useDesk((desk) => desk.dialog);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (key !== 'y' || event.ctrlKey || event.metaKey || event.altKey || dialog !== undefined) return;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      if (markdown !== undefined) void copyText(markdown, deeds, say);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [markdown, deeds, say, dialog]);
}
