import { createRoot } from 'react-dom/client';
import { z } from 'zod';

import './styles/tokens.css';
import './styles/base.css';
import { App } from './app/app.tsx';
import type { Bridge } from './bridge.ts';
import { browserBridge } from './browser-bridge.ts';
import { createDeskStore } from './state/desk-store.ts';

declare global {
  /** Put there by the desktop's preload; a browser has none. */
  var bundlescope: Bridge | undefined;
}

// A strict policy forbids making functions of texts, and trying it is told as a violation.
z.config({ jitless: true });

const desk = document.getElementById('desk');
if (desk) {
  createRoot(desk).render(<App store={createDeskStore(globalThis.bundlescope ?? browserBridge())} />);
}
