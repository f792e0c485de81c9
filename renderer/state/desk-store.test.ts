/// <reference lib="dom" />
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { DeskEvent } from '../../workspace/contract/events.ts';
import type { Bridge } from '../bridge.ts';
import { createDeskStore, keyOf } from './desk-store.ts';

const BUNDLE = 'b0123456789abcdef';
const ask = { id: 'health/expired-agent' };
const inBundle = { bundle: BUNDLE, report: 0 };

/** A workspace that answers when the test says so. */
function slowBridge() {
  const waiting: ((detail: string) => void)[] = [];
  let hear: (event: DeskEvent) => void = () => undefined;
  const bridge: Bridge = {
    ask: (name) =>
      new Promise((resolve) => {
        if (name === 'desk:state' || name === 'settings:get') return;
        waiting.push((detail) => resolve({ ok: false, refusal: { code: 'fault', detail } }));
      }),
    listen: (heard) => {
      hear = heard;
      return () => undefined;
    },
    offer: () => Promise.resolve({ ok: false, detail: '' }),
    saveExport: () => Promise.resolve(),
    openLink: () => Promise.resolve(),
  };
  return {
    bridge,
    answer: (detail: string) => waiting.shift()?.(detail),
    tell: (event: DeskEvent) => hear(event),
  };
}

describe('answers of the desk', () => {
  beforeEach(() => {
    vi.stubGlobal('location', { hash: '' });
    vi.stubGlobal('window', { addEventListener: () => undefined });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are asked again where they are forgotten while they are under way', async () => {
    const { bridge, answer, tell } = slowBridge();
    const store = createDeskStore(bridge);
    const loaded = store.deeds.load('report:missing', inBundle);
    tell({ type: 'findings', id: BUNDLE, told: 1, withdrawn: 0 });
    answer('old');
    await loaded;
    expect(store.getState().answers.get(keyOf('report:missing', inBundle))?.stale).toBe(true);
  });

  it('hold where the event is about something else', async () => {
    const { bridge, answer, tell } = slowBridge();
    const store = createDeskStore(bridge);
    const loaded = store.deeds.load('checks:explain', ask);
    tell({ type: 'findings', id: BUNDLE, told: 1, withdrawn: 0 });
    answer('page');
    await loaded;
    expect(store.getState().answers.get(keyOf('checks:explain', ask))?.stale).toBe(false);
  });

  it('give way to a later one, whichever comes first', async () => {
    const { bridge, answer } = slowBridge();
    const store = createDeskStore(bridge);
    const first = store.deeds.load('report:missing', inBundle);
    const second = store.deeds.load('report:missing', inBundle);
    answer('old');
    answer('new');
    await Promise.all([first, second]);
    const reply = store.getState().answers.get(keyOf('report:missing', inBundle))?.reply;
    expect(reply).toEqual({ ok: false, refusal: { code: 'fault', detail: 'new' } });
  });
});
