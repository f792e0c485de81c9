import { Copy } from 'lucide-react';

import { copyText } from '../app/copy-text.ts';
import { useSay } from '../app/messages.ts';
import { useDeeds } from '../state/use-desk.ts';
import { Button } from './button.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who hear the page. */
  readonly label: string;
  readonly children?: string;
}

/** Copies plain text. */
export function CopyButton({ text, label, children }: CopyButtonProps) {
  const say = useSay();
  const deeds = useDeeds();
  return (
    <Button
      kind={children === undefined ? 'icon' : 'plain'}
      aria-label={label}
      title={label}
      onPress={() => void copyText(text, deeds, say)}
    >
      <Copy size={14} aria-hidden="true" />
      {children}
    </Button>
  );
}
