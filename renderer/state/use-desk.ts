import { createContext, useContext, useEffect } from 'react';
import { useStore } from 'zustand';

import type { OpenBundle } from '../../workspace/contract/bundles.ts';
import type { Answer, Ask, QuestionName, Refusal } from '../../workspace/contract/questions.ts';
import { keyOf, type Desk, type DeskStore } from './desk-store.ts';
import type { BundleRoute } from './route.ts';

export const DeskContext = createContext<DeskStore | undefined>(undefined);

export function useDeskStore(): DeskStore {
  const store = useContext(DeskContext);
  if (!store) throw new Error('no desk around this component');
  return store;
}

/** What the screen shares, by the narrowest selector. */
export function useDesk<Part>(select: (desk: Desk) => Part): Part {
  return useStore(useDeskStore(), select);
}

export function useDeeds(): DeskStore['deeds'] {
  return useDeskStore().deeds;
}

export interface Answered<Name extends QuestionName> {
  readonly value: Answer<Name> | undefined;
  readonly refusal: Refusal | undefined;
}

/** The answer to a question, asked when it is first shown and again when it no longer holds. */
export function useAnswer<Name extends QuestionName>(name: Name, ask: Ask<Name> | undefined): Answered<Name> {
  const { deeds } = useDeskStore();
  const key = ask === undefined ? '' : keyOf(name, ask);
  const cached = useDesk(({ answers }) => answers.get(key));
  const missing = ask !== undefined && (!cached || cached.stale);
  useEffect(() => {
    if (missing) void deeds.load(name, ask);
    // The key stands for the question; an answer that was forgotten again is another one.
  }, [deeds, key, missing, cached]);
  const reply = cached?.reply;
  return {
    // The key names the question, so the answer is of its shape.
    value: reply?.ok ? (reply.value as Answer<Name>) : undefined,
    refusal: reply && !reply.ok ? reply.refusal : undefined,
  };
}

/** The bundle and the report that the route names. */
export function useShown(): { readonly route: BundleRoute; readonly bundle: OpenBundle } | undefined {
  const route = useDesk((desk) => desk.route);
  const bundles = useDesk(({ state }) => state?.bundles);
  if (route.page !== 'bundle') return undefined;
  const bundle = bundles?.find(({ id }) => id === route.bundle);
  return bundle && { route, bundle };
}
