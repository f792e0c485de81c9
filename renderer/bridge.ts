import type { DeskEvent } from '../workspace/contract/events.ts';
import type { Ask, QuestionName, Reply } from '../workspace/contract/questions.ts';

/** The one way out of a screen: questions with answers, and events. Offered by the desktop and by the browser alike. */
export interface Bridge {
  ask<Name extends QuestionName>(name: Name, ask: Ask<Name>): Promise<Reply<Name>>;
  /**
   * Hears events, and whether the workspace is there to tell them: after a gap the state has to be asked anew. Returns
   * the function that stops listening.
   */
  listen(heard: (event: DeskEvent) => void, connected: (isThere: boolean) => void): () => void;
  /**
   * Takes a file that was dropped or chosen; answers with the id of its offer. The browser uploads it, the desktop
   * finds its path. `told` hears how many bytes of it are there; the signal cancels.
   */
  offer(file: File, told: (bytes: number) => void, signal: AbortSignal): Promise<OfferReply>;
  /** Saves an export that was made, under its name. */
  saveExport(id: string, name: string): Promise<void>;
  /** Opens a link of a check by its index; never an address. */
  openLink(analyzer: string, index: number): Promise<void>;
}

export type OfferReply =
  { readonly ok: true; readonly offer: string } | { readonly ok: false; readonly detail: string };
