import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

import { limitOf } from '../ingest/ingest-stop.ts';
import { DEFAULT_LIMITS, type Limits } from '../ingest/limits.ts';
import { Watchdog } from './watchdog.ts';

setFlagsFromString('--expose-gc');
// The flag gives the function to contexts made after it.
const collect = runInNewContext('gc') as () => void;

const MIB = 1024 * 1024;
const watching = (limits: Partial<Limits>, signal?: AbortSignal): Watchdog =>
  new Watchdog({ ...DEFAULT_LIMITS, ...limits }, signal);

describe('Watchdog', () => {
  it('stops a run when its time is up', async () => {
    const watchdog = watching({ wallTime: 5 });
    const keepAlive = setInterval(() => undefined, 1000);
    await once(watchdog.signal, 'abort');
    clearInterval(keepAlive);
    watchdog.end();
    expect(limitOf(watchdog.signal)).toMatchObject({
      limit: 'wallTime',
      message: 'The run took more than 5ms; the rest was not read',
    });
  });

  it('stops a run when what is held comes near its limit of memory', async () => {
    const watchdog = watching({ memoryBytes: 4 * MIB });
    collect();
    await once(watchdog.signal, 'abort');
    watchdog.end();
    expect(limitOf(watchdog.signal)).toMatchObject({
      limit: 'memoryBytes',
      message: 'The engine needs more memory than 4MiB; the rest was not read',
    });
  });

  it('hands on a cancel, which is no limit', () => {
    const abort = new AbortController();
    const watchdog = watching({}, abort.signal);
    abort.abort();
    watchdog.end();
    expect(watchdog.signal.aborted).toBe(true);
    expect(limitOf(watchdog.signal)).toBeUndefined();
  });
});
