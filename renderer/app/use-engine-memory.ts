import { useEffect, useState } from 'react';

import { useDeskStore } from '../state/use-desk.ts';

const EVERY_MILLISECONDS = 10_000;

/** Bytes that the engine of a bundle takes, asked now and then while somebody looks. */
export function useEngineMemory(bundle: string | undefined): number | undefined {
  const { bridge } = useDeskStore().getState();
  const [memory, setMemory] = useState<{ readonly bundle: string; readonly bytes: number }>();
  useEffect(() => {
    if (bundle === undefined) return undefined;
    let isShown = true;
    const ask = (): void => {
      if (document.hidden) return;
      void bridge.ask('engine:memory', { bundle }).then((reply) => {
        if (isShown && reply.ok) setMemory({ bundle, bytes: reply.value.bytes });
      });
    };
    ask();
    const timer = setInterval(ask, EVERY_MILLISECONDS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [bridge, bundle]);
  return memory?.bundle === bundle ? memory?.bytes : undefined;
}
