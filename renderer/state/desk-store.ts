import { createStore } from 'zustand/vanilla';

import type { DeskState, OpenBundle } from '../../workspace/contract/bundles.ts';
import type { DeskEvent } from '../../workspace/contract/events.ts';
import type { Ask, QuestionName, Reply } from '../../workspace/contract/questions.ts';
import { DEFAULT_SETTINGS, type DeskSettings } from '../../workspace/contract/settings.ts';
import type { Bridge } from '../bridge.ts';
import { routeOf, routeText, type BundleRoute, type Route } from './route.ts';

/** A message that goes by itself, with what undoes it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'wrong';
  readonly undo?: () => void;
}

export interface Upload {
  readonly name: string;
  readonly bytes: number;
  readonly total: number;
}

interface Cached {
  readonly reply: Reply<QuestionName> | undefined;
  readonly stale: boolean;
}

export interface Desk {
  readonly bridge: Bridge;
  readonly connected: boolean;
  readonly state: DeskState | undefined;
  readonly settings: DeskSettings;
  readonly route: Route;
  readonly uploads: readonly Upload[];
  readonly toasts: readonly Toast[];
  readonly dialog: 'palette' | 'quick-open' | 'keys' | 'settings' | 'export' | undefined;
  /** Fingerprints of findings that are marked together. */
  readonly marked: ReadonlySet<string>;
  /** Answers by question, kept while they hold. */
  readonly answers: ReadonlyMap<string, Cached>;
}

export type DeskStore = ReturnType<typeof createDeskStore>;

/** Answers that are kept; more would only cost memory. */
const MOST_ANSWERS = 400;

/** The state that all of the screen shares, and the deeds that change it. */
export function createDeskStore(bridge: Bridge) {
  const store = createStore<Desk>(() => ({
    bridge,
    connected: true,
    state: undefined,
    settings: DEFAULT_SETTINGS,
    route: routeOf(location.hash),
    uploads: [],
    toasts: [],
    dialog: undefined,
    marked: new Set(),
    answers: new Map(),
  }));
  const { getState: get, setState: set } = store;
  let lastToast = 0;

  const toast = (text: string, rest: Partial<Pick<Toast, 'tone' | 'undo'>> = {}): void => {
    const one: Toast = { id: ++lastToast, text, tone: 'plain', ...rest };
    set(({ toasts }) => ({ toasts: [...toasts.slice(-3), one] }));
  };

  /** Questions under way; one whose answer is forgotten before it is there has to be asked again. */
  const underWay = new Map<string, { stale: boolean }>();

  const load = async <Name extends QuestionName>(name: Name, ask: Ask<Name>): Promise<void> => {
    const key = keyOf(name, ask);
    const own = { stale: false };
    underWay.set(key, own);
    const reply = await bridge.ask(name, ask);
    // A later question of the same kind brings the newer answer.
    if (underWay.get(key) !== own) return;
    underWay.delete(key);
    set(({ answers }) => {
      const next = new Map(answers);
      next.delete(key);
      next.set(key, { reply, stale: own.stale });
      for (const old of next.keys()) {
        if (next.size <= MOST_ANSWERS) break;
        next.delete(old);
      }
      return { answers: next };
    });
  };

  /** Marks answers that no longer hold; whoever shows one asks anew and shows the old one meanwhile. */
  const forget = (holds: (key: string) => boolean): void => {
    for (const [key, one] of underWay) one.stale ||= !holds(key);
    set(({ answers }) => ({
      answers: new Map([...answers].map(([key, one]) => [key, holds(key) ? one : { ...one, stale: true }])),
    }));
  };

  const refresh = async (): Promise<void> => {
    const [state, settings] = await Promise.all([
      bridge.ask('desk:state', {}),
      bridge.ask('settings:get', {}),
    ]);
    if (state.ok) set({ state: state.value });
    if (settings.ok) set({ settings: settings.value });
  };

  const heard = (event: DeskEvent): void => {
    switch (event.type) {
      case 'bundle':
        set(({ state }) =>
          state ? { state: { ...state, bundles: replaced(state.bundles, event.bundle) } } : {},
        );
        if (event.bundle.stage !== 'reading') forget((key) => !key.includes(event.bundle.id));
        break;
      case 'bundle-closed':
        set(({ state, route }) => ({
          ...(state
            ? { state: { ...state, bundles: state.bundles.filter(({ id }) => id !== event.id) } }
            : {}),
          ...(route.page === 'bundle' && route.bundle === event.id
            ? { route: { page: 'start' } as const }
            : {}),
        }));
        break;
      case 'findings':
      case 'triage':
        forget((key) => !key.includes(event.id));
        break;
      case 'offers':
        set(({ state }) => (state ? { state: { ...state, offers: event.offers } } : {}));
        break;
      case 'settings':
        void bridge.ask('settings:get', {}).then((reply) => reply.ok && set({ settings: reply.value }));
        break;
    }
  };

  const go = (route: Route, how: 'push' | 'replace' = 'push'): void => {
    const text = routeText(route);
    if (text === location.hash || (text === '#/' && location.hash === '')) return set({ route });
    if (how === 'push') history.pushState(undefined, '', text);
    else history.replaceState(undefined, '', text);
    set({ route });
  };

  const openOffers = async (offers: readonly string[]): Promise<void> => {
    if (offers.length === 0) return;
    const reply = await bridge.ask('bundle:open', { offers: [...offers] });
    if (!reply.ok) return toast(reply.refusal.detail, { tone: 'wrong' });
    const [first] = reply.value;
    if (first) show(first);
  };

  /** One after the other, each a bundle of its own. */
  const openEach = async (offers: readonly string[]): Promise<void> => {
    for (const offer of offers) await openOffers([offer]);
  };

  /** An event may have told of it already. */
  const show = (bundle: OpenBundle): void => {
    set(({ state }) => (state ? { state: { ...state, bundles: replaced(state.bundles, bundle) } } : {}));
    go(summaryOf(bundle));
  };

  let uploading = new AbortController();

  const openFiles = async (files: readonly File[]): Promise<void> => {
    uploading = new AbortController();
    const { signal } = uploading;
    const offers: string[] = [];
    const told = (index: number, bytes: number): void =>
      set(({ uploads }) => ({
        uploads: uploads.map((one, at) => (at === index ? { ...one, bytes } : one)),
      }));
    set({ uploads: files.map(({ name, size }) => ({ name, bytes: 0, total: size })) });
    for (const [index, file] of files.entries()) {
      if (signal.aborted) break;
      const reply = await bridge.offer(file, (bytes) => told(index, bytes), signal);
      if (reply.ok) offers.push(reply.offer);
      else if (!signal.aborted && reply.detail !== '') toast(reply.detail, { tone: 'wrong' });
    }
    set({ uploads: [] });
    if (!signal.aborted) await openOffers(offers);
  };

  const deeds = {
    toast,
    load,
    refresh,
    go,
    show,
    openOffers,
    openEach,
    openFiles,
    cancelUpload: () => uploading.abort(),
    dismiss: (id: number) => set(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) })),
    open: (dialog: Desk['dialog']) => set({ dialog }),
    mark: (marked: ReadonlySet<string>) => set({ marked }),
    /** Makes one file of the report and saves it; false where that was refused. */
    async exportReport(ask: Ask<'export:make'>): Promise<boolean> {
      const reply = await bridge.ask('export:make', ask);
      if (reply.ok) await bridge.saveExport(reply.value.id, reply.value.name);
      else toast(reply.refusal.detail, { tone: 'wrong' });
      return reply.ok;
    },
    /** Changes part of the route of the bundle that is shown. */
    adjust: (change: Partial<BundleRoute>, how: 'push' | 'replace' = 'push') => {
      const { route } = get();
      if (route.page === 'bundle') go({ ...route, ...change }, how);
    },
    async paste(text: string) {
      const reply = await bridge.ask('bundle:paste', { text });
      if (reply.ok) show(reply.value);
      else toast(reply.refusal.detail, { tone: 'wrong' });
    },
    async reopen(bundle: string, how: Omit<Ask<'bundle:reopen'>, 'bundle'> = {}) {
      const reply = await bridge.ask('bundle:reopen', { bundle, ...how });
      if (reply.ok) show(reply.value);
      else toast(reply.refusal.detail, { tone: 'wrong' });
    },
    async saveSettings(settings: Partial<DeskSettings>) {
      const reply = await bridge.ask('settings:set', { settings });
      if (reply.ok) set({ settings: reply.value });
    },
    /** Asks for a deed and says what became of it where it was refused. */
    async tell<Name extends QuestionName>(name: Name, ask: Ask<Name>): Promise<boolean> {
      const reply = await bridge.ask(name, ask);
      if (!reply.ok) toast(reply.refusal.detail, { tone: 'wrong' });
      return reply.ok;
    },
  };

  window.addEventListener('popstate', () => set({ route: routeOf(location.hash) }));
  bridge.listen(heard, (connected) => {
    set({ connected });
    if (connected) void refresh();
  });
  void refresh().then(() => {
    const [first] = get().state?.bundles ?? [];
    // What the command line gave is what one came for.
    if (first && location.hash === '') go(summaryOf(first), 'replace');
  });
  return { ...store, deeds };
}

function summaryOf({ id }: OpenBundle): Route {
  return { page: 'bundle', bundle: id, report: 0, view: 'summary' };
}

export function keyOf(name: QuestionName, ask: unknown): string {
  return `${name} ${JSON.stringify(ask)}`;
}

function replaced(bundles: readonly OpenBundle[], bundle: OpenBundle): OpenBundle[] {
  return bundles.some(({ id }) => id === bundle.id)
    ? bundles.map((one) => (one.id === bundle.id ? bundle : one))
    : [...bundles, bundle];
}
