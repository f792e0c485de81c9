import type { DeskStore } from '../state/desk-store.ts';
import type { Say } from './messages.ts';

/** Puts plain text on the clipboard and says so. */
export async function copyText(text: string, deeds: DeskStore['deeds'], say: Say): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    deeds.toast(say('common.copied'));
  } catch {
    // The browser may refuse; the text can be selected all the same.
    deeds.toast(say('common.copyFailed'), { tone: 'wrong' });
  }
}
